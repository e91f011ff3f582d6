/** Names of residences, as common as can be. */
export const residenceNames: readonly string[] = (
  'des Tilleuls,du Bois Joli,des Pommiers,de la Fontaine,des Lilas,du Parc,des Hêtres,de la Vallée,' +
  'du Moulin,des Érables,de la Plage,du Château d’Eau,des Peupliers,du Stade,des Ormes,de la Gare,' +
  'des Merisiers,du Clos Fleuri,des Bouleaux,de la Filature,des Aubépines,du Lavoir,des Noisetiers,' +
  'de la Mare,des Charmes,du Presbytère,des Genêts,de la Ferme,des Coquelicots,du Vieux Port,des Saules,' +
  'de la Corderie,des Acacias,du Belvédère,des Marronniers,de la Prairie,des Cerisiers,du Four à Chaux,' +
  'des Mouettes,de l’Abreuvoir,des Chênes,du Petit Bois,des Platanes,de la Tuilerie,des Cytises'
).split(',');

/** Words that make up the names of companies that do not exist. */
export const companyTrades: readonly string[] = (
  'Couverture,Plomberie,Électricité,Menuiserie,Maçonnerie,Peinture,Isolation,Chauffage,Ascenseurs,' +
  'Espaces verts,Nettoyage,Serrurerie,Terrassement,Étanchéité,Carrelage,Charpente,Ravalement,' +
  'Architecture,Études thermiques,Assurances,Informatique,Fournitures,Gardiennage,Démolition,Métallerie'
).split(',');

export const companyNames: readonly string[] = (
  'Baudrelle,Corvimont,Hautemanche,Leforestin,Marivalle,Ombrenuit,Pergaud-Lys,Quenouval,Rocheblave,' +
  'Sérandin,Tournebise,Vaucotel,Brisquemer,Clochevigne,Duverlan,Épinoche,Fougerolles-Ry,Grandlieu-Nez,' +
  'Hurtevoie,Jolimer,Landemarche,Morivent,Noirépine,Orvalune,Pontrevel,Rivembourg,Sauvemare,Tramontel,' +
  'Ursival,Valdorin,Beaucaillou,Cap-Aubin,Desmarelles,Estrevaux,Fontenaille-Ys,Guérimont,Houlvigne'
).split(',');
