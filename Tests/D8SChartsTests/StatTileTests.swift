import D8SModel
import Testing

@testable import D8SCharts

@Suite struct StatTileTests {
    private func tile(_ value: Double?, previous: Double?) -> StatTile {
        StatTile(
            title: "Tile",
            label: "Fails",
            value: value,
            previous: previous,
            note: "since 7 Nov",
            unit: .ratio,
            format: Charts.utc,
            ink: .critical
        )
    }

    private func scene(_ tile: StatTile, _ size: Size = Size(width: 200, height: 70)) -> String {
        tile.scene(size: size, measurer: PlainMeasurer()).description
    }

    @Test func `a tile has the name, the value, where it went and what it was`() {
        #expect(
            scene(tile(0.22, previous: 0.09)) == """
                scene 200x70 “Tile”
                text muted 11 start 0,11 “Fails”
                text critical 24 semibold start 0,41 “22\u{a0}%”
                area critical 0,59 8.3,59 4.1,52.4
                text muted 11 start 13,60 “was 9\u{a0}% · since 7 Nov”
                """
        )
    }

    @Test func `a triangle points down where the value fell, and is left out where it stayed`() {
        #expect(scene(tile(0.09, previous: 0.22)).contains("area critical 0,52.4 8.3,52.4 4.1,59"))
        #expect(!scene(tile(0.0901, previous: 0.09)).contains("area"))
    }

    @Test func `what is not known is said in words, never as 0`() {
        let text = scene(tile(.nan, previous: nil))
        #expect(text.contains("text muted 11 start 0,41 “not enough data”"))
        #expect(!text.contains("was"))
    }

    @Test func `the course is under the words, or beside them in a wide tile`() {
        var tile = tile(0.22, previous: 0.09)
        tile.course = [0.1, 0.2, nil, 0.3]
        #expect(!scene(tile).contains("line critical"))
        #expect(scene(tile, Size(width: 200, height: 110)).contains("line critical 1.5 3,"))
        #expect(scene(tile, Size(width: 300, height: 70)).contains("line critical 1.5 176,"))
    }

    @Test func `words of the unit are small, and a long number shrinks until it fits`() {
        var tile = tile(1234.5, previous: nil)
        (tile.unit, tile.note) = (.perSecond, "")
        #expect(
            scene(tile) == """
                scene 200x70 “Tile”
                text muted 11 start 0,11 “Fails”
                text critical 24 semibold start 0,41 “1,235”
                text muted 11 start 66,41 “a\u{a0}second”
                """
        )
        // Ten letters of half of 24 points are 120 wide, of 20 they are 100.
        (tile.value, tile.unit) = (13_200, .seconds)
        let narrow = scene(tile, Size(width: 100, height: 70))
        #expect(narrow.contains("text critical 20 semibold start 0,41 “3\u{a0}h\u{a0}40\u{a0}min”"))
    }
}
