import type { SectionBuilder } from '../binder.ts';
import { anchorOf, commas, nameOf } from '../words.ts';

/** Who does what, and who stands in. */
export const roles: SectionBuilder = {
  name: 'roles',
  build: ({ facts }) => {
    const all = facts.model.of('role');
    if (all.length === 0) return undefined;
    return {
      title: 'Roles and deputies',
      content: {
        roles: all.map((role) => {
          const [first, ...deputies] = role.data.holders ?? [];
          const anonymous = role.data.count === undefined ? 'nobody named' : `${role.data.count} people, not named`;
          return {
            anchor: anchorOf(role.id),
            id: role.id,
            name: role.name,
            first: first === undefined ? anonymous : nameOf(facts, first),
            deputies: commas(deputies.map((id) => nameOf(facts, id))) || 'none',
            duties: role.data.responsibilities ?? (role.data.description === undefined ? [] : [role.data.description]),
            skills: commas(role.data.skills),
          };
        }),
      },
    };
  },
};
