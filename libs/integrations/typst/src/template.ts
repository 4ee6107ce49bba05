/**
 * The document's looks. It reads data.json and nothing else: no text of a person ever stands in this code. Libertinus Serif comes with
 * the compiler and has Latin and Cyrillic letters with those of Kyrgyz.
 */
export const TEMPLATE = `
#let data = json("data.json")
#set document(title: data.title)
#set text(font: "Libertinus Serif", size: 10pt, lang: data.language, fallback: true)
#set page(paper: "a4", margin: 2cm, numbering: "1 / 1")
#set heading(numbering: none)
#show heading.where(level: 1): set text(size: 18pt)
#show heading.where(level: 2): set text(size: 13pt)
#heading(level: 1, data.title)
#for words in data.words { par(words) }
#for section in data.sections {
  heading(level: 2, section.heading)
  if "words" in section { par(section.words) }
  for entry in section.entries {
    if "title" in entry { strong(entry.title) }
    block(breakable: true, inset: (left: 6pt, y: 3pt), stroke: (left: 1pt + luma(180)), {
      for (label, value) in entry.pairs {
        par[#text(fill: luma(70), label + ": ")#value]
      }
    })
  }
}
`;
