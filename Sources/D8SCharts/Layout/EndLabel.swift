/// A text to the right of the plot that says what a line is.
struct EndLabel {
    var text: String
    /// Where the line ends.
    var y: Double
    var ink: Ink
    var style: TextStyle
    /// The least important are left out where there is no room.
    var priority: Int
}
