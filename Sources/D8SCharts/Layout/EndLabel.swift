/// A text to the right of the plot that says what a line is.
struct EndLabel {
    var text: String
    /// Where the line ends.
    var y: Double
    var ink: Ink
    /// Where the text begins; nil for the column right of the plot.
    var x: Double?
    var style: TextStyle
    /// The least important are left out where there is no room.
    var priority: Int
    /// Where the line ends if the label had to leave that place.
    var lineEnd: Double?
}
