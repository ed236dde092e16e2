import { i18n } from '#i18n';
import './styles/goal-chips.css';
import { GOALS, type Goal } from '../lib/recommend/suggestion';

interface Props {
  goal: Goal;
  onGoal: (goal: Goal) => void;
}

/** What the suggestions should do: one of four. */
export function GoalChips({ goal, onGoal }: Props) {
  return (
    <fieldset class="goal-chips">
      <legend>{i18n.t('goal.legend')}</legend>
      <div class="chips">
        {GOALS.map((each) => (
          <label key={each} class="chip">
            <input
              type="radio"
              name="goal"
              value={each}
              checked={each === goal}
              onChange={() => onGoal(each)}
            />
            <span>{i18n.t(`goal.${each}.word`)}</span>
          </label>
        ))}
      </div>
      <p class="soft">{i18n.t(`goal.${goal}.hint`)}</p>
    </fieldset>
  );
}
