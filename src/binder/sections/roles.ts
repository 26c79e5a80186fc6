import { section } from '../binder.ts';
import { anchorOf, commas, nameOf } from '../format.ts';
import { anchor, group, list, text } from '../view.ts';
import { rolesWords } from '../words/roles.ts';

const view = {
  roles: list(
    group(
      {
        anchor: anchor('the role'),
        id: text('Id.'),
        name: text('Name.'),
        first: text('Who fills it.'),
        deputies: text('Who stands in, in this order.'),
        duties: list(text('A duty.'), 'What it decides and does.'),
        skills: text('What its holders know.'),
      },
      'A role.',
    ),
    'The roles of the plan.',
  ),
};

/** Who does what, and who stands in. */
export const roles = section({
  name: 'roles',
  page: 'P4',
  extracts: ['role', 'scenario'],
  words: rolesWords,
  view,
  shows: ({ facts }) => facts.model.of('role').map((role) => role.id),
  build: ({ facts, common }, say) => {
    const all = facts.model.of('role');
    if (all.length === 0) return undefined;
    return {
      content: {
        roles: all.map((role) => {
          const [first, ...deputies] = role.data.holders ?? [];
          const anonymous = role.data.count === undefined ? common.nobodyNamed : say.notNamed(role.data.count);
          return {
            anchor: anchorOf(role.id),
            id: role.id,
            name: role.name,
            first: first === undefined ? anonymous : nameOf(facts, first),
            deputies: commas(deputies.map((id) => nameOf(facts, id))) || say.none,
            duties: role.data.responsibilities ?? (role.data.description === undefined ? [] : [role.data.description]),
            skills: commas(role.data.skills),
          };
        }),
      },
    };
  },
});
