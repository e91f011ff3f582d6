import { hostObject, type ObjectType } from '../richapi/objects';
import { worksheets } from './worksheets';

export const workbookType: ObjectType<null> = {
  name: 'Workbook',
  links: {
    Worksheets: { to: () => worksheets },
  },
  methods: {
    _RemoveReference: {
      run: (_target, [id], session) => {
        if (typeof id === 'string') session.references.remove(id);
      },
    },
  },
};

export const workbookObject = hostObject(workbookType, null);
