/// What D8S knows of one domain: its measures, when they need attention, how they are drawn and
/// said.
///
/// `templates/packs/README.md` documents the file it comes from.
package struct Pack: Hashable, Sendable {
    /// For example `system`: part of keys, file names and addresses.
    package var name: String
    /// For people: `System`.
    package var title: String
    /// What it watches, in a sentence.
    package var about: String
    package var entity: PackEntity
    /// It is at work once the history has a series of one of these metrics.
    package var needs: [String]
    package var measures: [PackMeasure]
    package var panels: [PackPanel]
    /// Where it was read: `templates/packs/system.yaml`, or a file of the user's.
    package var file: String

    package init(
        name: String,
        title: String,
        about: String,
        entity: PackEntity,
        needs: [String],
        measures: [PackMeasure],
        panels: [PackPanel],
        file: String
    ) {
        self.name = name
        self.title = title
        self.about = about
        self.entity = entity
        self.needs = needs
        self.measures = measures
        self.panels = panels
        self.file = file
    }
}
