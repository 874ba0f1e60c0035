import D8SModel
import D8SSite

/// A pack as `d8s packs` lists it.
struct PackRow: PrintedRow {
    static let heads = ["PACK", "AT WORK", "MEASURES", "WATCHES", "FILE"]
    static let columns = ["name", "at_work", "measures", "title", "about", "file"]
    static let none = "There is no pack."

    let name: String
    let atWork: Bool
    let measures: Int
    let title: String
    let about: String
    let file: String

    init(_ pack: Pack, isAtWork: Bool) {
        name = pack.name
        atWork = isAtWork
        measures = pack.measures.count
        title = pack.title
        about = pack.about
        file = pack.file
    }

    var line: [String] { [name, atWork ? "yes" : "no", String(measures), about, file] }

    var cells: [DataValue] {
        [.text(name), .flag(atWork), .whole(measures), .text(title), .text(about), .text(file)]
    }
}
