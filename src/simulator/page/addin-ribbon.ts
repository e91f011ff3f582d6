import { ICommandService, RedoCommand, UndoCommand, type Univer } from '@univerjs/core';
import { homeIcon } from './home-icons';
import type { PageHost } from '../host';
import { element } from './element';
import type { AddinManifest } from './manifest';
import type { Pane } from './pane';
import { createRibbon, type Ribbon, type RibbonButton } from './ribbon';

interface RibbonSetup {
  readonly univer: Univer;
  /** Draws the grid's own toolbar, below the first tab. */
  readonly drawToolbar: () => void;
  readonly manifest: AddinManifest;
  readonly pane: Pane;
  readonly host: () => PageHost | undefined;
  readonly open: () => Promise<void>;
  readonly create: () => Promise<void>;
  readonly save: () => Promise<void>;
  /** Opens a workbook that the server offers. */
  readonly openSample: (name: string) => Promise<void>;
  readonly onFailure: (problem: unknown) => void;
}

/** « Accueil », with what the page itself does, above the grid's own toolbar; and the tab of the add-in. */
export function createAddinRibbon(setup: RibbonSetup): Ribbon {
  const { univer, manifest, pane, host } = setup;
  const run = (id: string) => async (): Promise<void> => {
    await univer.__getInjector().get(ICommandService).executeCommand(id);
  };
  const home: readonly RibbonButton[] = [
    { id: 'file-new', label: 'Nouveau', icon: homeIcon('create'), press: setup.create },
    {
      id: 'file-open',
      label: 'Ouvrir',
      icon: homeIcon('open'),
      tip: 'Ouvre un classeur .xlsx',
      press: setup.open,
    },
    {
      id: 'file-save',
      label: 'Enregistrer',
      icon: homeIcon('save'),
      tip: 'Télécharge le classeur avec vos changements',
      press: setup.save,
    },
  ];
  const samples: readonly RibbonButton[] = [
    {
      id: 'sample-landlord',
      label: 'Un bailleur',
      icon: homeIcon('landlord'),
      tip: 'Ouvre le classeur d’un bailleur fictif',
      press: () => setup.openSample('exemple.xlsx'),
    },
    {
      id: 'sample-region',
      label: 'La région',
      icon: homeIcon('region'),
      tip: 'Ouvre la consolidation des 52 bailleurs de la région d’exemple',
      press: () => setup.openSample('region.xlsx'),
    },
  ];
  const ribbon = createRibbon(
    [
      {
        id: 'home',
        label: 'Accueil',
        groups: [
          { label: 'Fichier', buttons: home },
          { label: 'Exemples', buttons: samples },
          {
            label: 'Modifications',
            buttons: [
              { id: 'undo', label: 'Annuler', icon: homeIcon('undo'), press: run(UndoCommand.id) },
              { id: 'redo', label: 'Rétablir', icon: homeIcon('redo'), press: run(RedoCommand.id) },
            ],
          },
          {
            label: 'Calcul',
            buttons: [
              {
                id: 'recalculate',
                label: 'Recalculer',
                icon: homeIcon('recalculate'),
                tip: 'Appelle de nouveau toutes les fonctions, comme Ctrl+Alt+F9',
                press: () => host()?.functions.refresh(),
              },
            ],
          },
        ],
      },
      {
        id: 'addin',
        label: manifest.tab.label,
        groups: manifest.tab.groups.map(({ label, buttons }) => ({
          label,
          buttons: buttons.map(({ id, label: name, tip, icon, command }) => ({
            id,
            label: name,
            tip,
            icon,
            press: async () => {
              pane.show();
              if (command !== undefined) await host()?.runCommand(id, command);
            },
          })),
        })),
      },
    ],
    (tabId) => {
      const isHome = tabId === 'home';
      if (isHome) setup.drawToolbar();
      element('grid').classList.toggle('with-toolbar', isHome);
    },
    setup.onFailure,
  );
  ribbon.show('addin');
  return ribbon;
}
