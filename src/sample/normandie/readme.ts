const lines = `
UNE RÉGION POUR TOUT ESSAYER : LA NORMANDIE DE 2019, EN FICTIF

Les 52 bailleurs de ce dossier n’existent pas : leurs noms, leurs SIREN, leurs fournisseurs, leurs résidences
et tous leurs chiffres sont inventés. Seules les communes sont réelles. Toute ressemblance avec un organisme
existant serait un hasard.

Leurs totaux, eux, ont été réglés sur ce qui a été publié de la Normandie : 307 834 logements locatifs sociaux,
24,3 % de maisons individuelles, 26,0 % en quartier prioritaire, un loyer moyen de 5,31 € par m² et par mois,
2,01 % de vacance de plus de trois mois, 11,03 % de mobilité, un DPE connu pour 94,3 % des logements dont 40,3 %
en A, B ou C (RPLS au 1er janvier 2019) ; 550 000 personnes logées, 1 176 communes, environ 800 M€ investis en
construction, réhabilitation et démolition, 1 100 logements en accession (étude régionale) ; 5 000 emplois dont
45 % de proximité, 33 000 attributions pour 90 000 demandes, 7 000 rénovations énergétiques (chiffres clés de
l’union régionale). Tout le reste est plausible, sans plus : n’en tirez aucune conclusion sur le territoire.


CE QUE CONTIENT LE DOSSIER

  contributions/    53 classeurs Excel, un par bailleur (deux pour celui qui a envoyé le sien deux fois).
                    Chacun garde ses propres feuilles (patrimoine, loyers, opérations, fournisseurs, balance ...) ;
                    les tableaux IMPACT_ y puisent leurs chiffres par des formules.
  perimetre.csv     les bailleurs attendus, avec leurs logements par département
  references.csv    les chiffres publiés du territoire dont les indicateurs ont besoin


À ESSAYER

  1. Consolider la région :
       npm run -s impact -- consolidate contributions --perimeter perimetre.csv --references references.csv -o region.xlsx
  2. Ajouter les départements :                     la même commande avec --by DEP
  3. Vérifier les classeurs avant de consolider :   npm run -s impact -- check contributions
  4. Les indicateurs d’un seul bailleur :           npm run -s impact -- indicators contributions/calvance.xlsx

Donnez à chaque fois le chemin de ce dossier devant les noms de fichiers.


LES SITUATIONS À RETROUVER

  seine-vallon, calvance      les feuilles du bailleur sont des tableaux Excel, désignés par leurs colonnes
  valmorand, hetraie          des impôts et des aides en milliers d’euros, avec leur unité
  monthellain                 des nombres tapés comme du texte (1 234)
  sablonval                   le patrimoine commune par commune, dont des codes d’anciennes communes
  chenevotte, touquelan       pas de territoire indiqué : c’est celui de la campagne
  presverts                   envoyé le 19 novembre, après la date limite du 30 septembre : compté comme les autres
  chaumelle                   envoyé deux fois : la seconde version remplace la première
  lainerie                    des erreurs à corriger : une formule cassée (#REF!), une unité fausse, un nombre
                              négatif, un texte, un code inconnu, un chiffre donné deux fois, une formule jamais
                              calculée. Aucune ne touche aux chiffres publiés ci-dessus.
  un peu partout              des ND (non disponible), des SO (sans objet) et des cases vides. Ils ne comptent
                              jamais pour zéro : la couverture de chaque indicateur dit qui a répondu.
`;

/** What the sample is, in French, for a person who opens the folder. */
export const readme = lines.trimStart().replaceAll('\n', '\r\n');
