import { useEffect, useRef } from 'preact/hooks';
import { drawFace } from '../lib/demo/face';
import { DEMO_SCRIPT, lookAt } from '../lib/demo/script';

interface Props {
  /** Where the demo's script stands, in seconds; asked for each frame. */
  seconds: () => number;
  label: string;
}

const SIZE = { width: 320, height: 240 };

/** The face of the demo, moving. */
export function DrawnFace({ seconds, label }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context) return;
    let frame = 0;
    const draw = () => {
      drawFace(context, lookAt(DEMO_SCRIPT, seconds()), SIZE);
      frame = requestAnimationFrame(draw);
    };
    draw();
    return () => cancelAnimationFrame(frame);
  }, [seconds]);
  return <canvas ref={canvas} class="drawn-face" {...SIZE} role="img" aria-label={label} />;
}
