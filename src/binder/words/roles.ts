import { words } from '../language.ts';

const en = {
  title: 'Roles and deputies',
  role: 'Role',
  first: 'First',
  deputies: 'Deputies',
  duties: 'Does and decides',
  none: 'none',
  knows: 'knows',
  notNamed: (count: number): string => `${count} people, not named`,
};

export const rolesWords = words<typeof en>({
  en,
  de: {
    title: 'Rollen und Vertretungen',
    role: 'Rolle',
    first: 'Zuerst',
    deputies: 'Vertretungen',
    duties: 'Tut und entscheidet',
    none: 'keine',
    knows: 'kann',
    notNamed: (count) => `${count} Personen, nicht benannt`,
  },
});
