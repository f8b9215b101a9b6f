/// A picture made of simple shapes, which every format that shows pictures can write.
///
/// Lengths are in units of the drawing, from its upper left corner; a unit is a CSS pixel on a
/// screen and three quarters of a point on paper.
struct Drawing: Hashable, Sendable {
  /// A place.
  struct Point: Hashable, Sendable {
    var x: Double
    var y: Double
  }

  /// A colour as `0xRRGGBB`.
  struct Colour: Hashable, Sendable {
    let value: UInt32

    static let black = Colour(value: 0x1A1A1A)
    static let grey = Colour(value: 0x404040)
    static let white = Colour(value: 0xFFFFFF)
  }

  /// The marks that tell areas apart without colour.
  enum Hatch: Hashable, Sendable {
    case rising
    case falling
    case crossed
    case horizontal
    case vertical
    case dots
  }

  /// What fills an area.
  enum Fill: Hashable, Sendable {
    case plain(Colour)
    case hatched(Hatch, marks: Colour, background: Colour)
  }

  /// How a line is drawn.
  struct Stroke: Hashable, Sendable {
    var colour = Colour.black
    var width = 1.0
    var isDashed = false
  }

  /// Which end of a text is at its place.
  enum Anchor: Hashable, Sendable {
    case start
    case middle
    case end
  }

  /// A line of text.
  struct Label: Hashable, Sendable {
    var text: String
    /// Where the line stands: its anchor on the base line.
    var place: Point
    var size: Double
    var anchor = Anchor.start
    var isBold = false
    var colour = Colour.black
  }

  /// One shape; later ones lie upon earlier ones.
  enum Shape: Hashable, Sendable {
    case rectangle(Point, width: Double, height: Double, fill: Fill?, stroke: Stroke?)
    case line([Point], Stroke)
    case polygon([Point], fill: Fill?, stroke: Stroke?)
    case circle(Point, radius: Double, fill: Fill?, stroke: Stroke?)
    case label(Label)
  }

  /// What it shows, in a few words.
  var title: String
  /// All that it shows, for those who cannot see it.
  var description: String
  var width: Double
  var height: Double
  var shapes: [Shape]
}
