/**
 * The looks of a sheet. It reads data.json and nothing else: no text of a person ever stands in this code. Numbers are tables, so that
 * a screen reader tells of each its label, its day and its state.
 */
export const SHEET_TEMPLATE = `
#let data = json("data.json")
#let ink = rgb("#12344d")
#let grey = rgb("#4a5560")
#set document(title: data.title + ": " + data.subtitle.text, keywords: (data.programme, data.asOf),
  date: datetime(..data.date))
#set text(font: "Libertinus Serif", size: 10pt, lang: data.language, fallback: true)
#set par(leading: 0.6em)
#set page(paper: "a4", margin: (x: 2cm, top: 2cm, bottom: 2.2cm), numbering: "1 / 1",
  footer: context {
    set text(size: 8pt, fill: grey)
    data.footer
    h(1fr)
    counter(page).display("1 / 1", both: true)
  })
#set heading(numbering: none)
#show heading.where(level: 1): set text(size: 20pt, fill: ink)
#show heading.where(level: 2): it => block(above: 1.4em, below: 0.7em, text(size: 13pt, fill: ink, it.body))
#show heading.where(level: 3): it => block(above: 1.5em, below: 0.7em, text(size: 11pt, fill: ink, it.body))
#set list(indent: 0.4em, body-indent: 0.5em, marker: [•])
#let words(entry) = if "language" in entry { text(lang: entry.language, entry.text) } else { entry.text }

#let small(told) = text(size: 8.5pt, fill: grey, told)
#let targeted(section, cell) = if section.targeted { (cell,) } else { () }
// One entry is no list.
#let entries(texts) = block(above: 0.8em, below: 1.1em, if texts.len() == 1 { words(texts.first()) } else {
  list(..texts.map(words))
})

#heading(level: 1, data.title)
#par(text(size: 13pt, words(data.subtitle)))
#block(above: 1em, below: 1em, inset: 8pt, fill: rgb("#eef3f6"), width: 100%, {
  for (label, value) in data.facts { par(strong(label + ": ") + value) }
})
#for section in data.sections {
  heading(level: section.level, section.heading)
  if section.texts.len() > 0 { entries(section.texts) }
  if section.numbers.len() > 0 {
    table(
      columns: if section.targeted { (1fr, auto, 4.8cm, auto, auto) } else { (1fr, auto, auto, auto) },
      align: (x, y) => if x == 1 { right } else { left },
      stroke: (x, y) => (bottom: if y == 0 { 0.8pt + ink } else { 0.4pt + luma(200) }),
      inset: (x: 4pt, y: 4pt),
      table.header(..(data.columns.figure, data.columns.value, ..targeted(section, data.columns.target), data.columns.asOf,
        data.columns.lock).map(name => small(name))),
      ..section.numbers.map(number => (
        number.label, strong(number.shown), ..targeted(section, small(number.target)), small(number.day), small(number.state),
      )).flatten()
    )
  }
  if section.items.len() > 0 { entries(section.items) }
  for said in section.quotes {
    block(above: 0.9em, below: 1.1em, breakable: false,
      quote(block: true, quote(quotes: true, words(said)) + linebreak() + small([— ] + said.by)))
  }
}
#block(above: 2em, {
  set text(size: 8.5pt, fill: grey)
  for note in data.notes { par(note) }
})
`;
