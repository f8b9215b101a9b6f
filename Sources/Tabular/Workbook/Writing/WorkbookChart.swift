/// A drawing of some cells of its sheet, which Excel redraws when they change.
package struct WorkbookChart: Sendable, Hashable {
  /// How figures are drawn.
  package enum Kind: Sendable, Hashable {
    /// Horizontal bars from top to bottom; those of further series lie upon the first.
    case bars
    /// Horizontal bars whose pieces are the series.
    case stackedBars
    /// Lines from left to right, interrupted where a cell is empty.
    case lines
    /// Marks at places; categories are horizontal.
    case points
  }

  /// The marks that tell areas apart without colour.
  package enum Pattern: Sendable, Hashable, CaseIterable {
    case solid
    case rising
    case falling
    case wideRising
    case wideFalling
    case dots
    case denseDots
    case horizontal
    case vertical
    case grid
  }

  /// What fills an area.
  package struct Fill: Sendable, Hashable {
    /// Its marks.
    package var pattern: Pattern
    /// The colour of the marks, or of all of a solid area, as `0xRRGGBB`.
    package var colour: UInt32
    /// The colour behind the marks.
    package var background: UInt32
    /// The colour of the line around it.
    package var outline: UInt32

    /// Makes a fill.
    package init(
      _ pattern: Pattern = .solid,
      colour: UInt32,
      background: UInt32 = 0xFFFFFF,
      outline: UInt32 = 0x404040
    ) {
      self.pattern = pattern
      self.colour = colour
      self.background = background
      self.outline = outline
    }
  }

  /// What stands at the points of a line.
  package enum Marker: Sendable, Hashable, CaseIterable {
    case circle
    case square
    case triangle
    case diamond
    case cross
  }

  /// How a line is drawn.
  package struct Line: Sendable, Hashable {
    /// Its colour as `0xRRGGBB`.
    package var colour: UInt32
    /// Whether it is dashed.
    package var isDashed: Bool
    /// What stands at its points.
    package var marker: Marker?

    /// Makes a line.
    package init(colour: UInt32 = 0x1A1A1A, isDashed: Bool = false, marker: Marker? = nil) {
      self.colour = colour
      self.isDashed = isDashed
      self.marker = marker
    }
  }

  /// Figures that belong together.
  package struct Series: Sendable, Hashable {
    /// How they look.
    package enum Look: Sendable, Hashable {
      /// Filled areas, all alike or each by itself; `nil` is drawn as the others are.
      case filled(Fill, points: [Fill?] = [])
      /// Nothing but a dashed line around.
      case outlined
      /// A line, or marks without one in a chart of points.
      case line(Line)
    }

    /// The cell with its name in the legend.
    package var title: CellReference?
    /// What its figures are about.
    package var categories: CellRange
    /// Its figures.
    package var values: CellRange
    /// How they look.
    package var look: Look
    /// A few characters beside each point of a chart of points.
    package var labels: [String] = []

    /// Makes a series.
    package init(
      title: CellReference?,
      categories: CellRange,
      values: CellRange,
      look: Look
    ) {
      self.title = title
      self.categories = categories
      self.values = values
      self.look = look
    }
  }

  /// An axis.
  package struct Axis: Sendable, Hashable {
    /// The cell with its name.
    package var title: CellReference?
    /// Where it begins and ends; Excel chooses where it is `nil`.
    package var range: ClosedRange<Double>?
    /// How its numbers are shown.
    package var look: CellLook.NumberLook
    /// Where the other axis crosses it.
    package var crossing: Double?

    /// Makes an axis.
    package init(
      title: CellReference? = nil,
      range: ClosedRange<Double>? = nil,
      look: CellLook.NumberLook = .general,
      crossing: Double? = nil
    ) {
      self.title = title
      self.range = range
      self.look = look
      self.crossing = crossing
    }
  }

  /// How figures are drawn.
  package var kind: Kind
  /// The cell at its upper left corner.
  package var place: CellReference
  /// How far below the upper edge of that cell it begins, in pixels.
  package var offset = 0.0
  /// Its width in pixels.
  package var width: Double
  /// Its height in pixels.
  package var height: Double
  /// The cell with its title.
  package var title: CellReference?
  /// The figures.
  package var series: [Series]
  /// The axis of the categories; in a chart of points the horizontal one.
  package var categories = Axis()
  /// The axis of the values.
  package var values = Axis()
  /// Whether the names of the series stand below.
  package var hasLegend = true
  /// What it shows, for those who cannot see it.
  package var description = ""

  /// Makes a chart.
  package init(
    _ kind: Kind,
    at place: CellReference,
    width: Double,
    height: Double,
    series: [Series]
  ) {
    self.kind = kind
    self.place = place
    self.width = width
    self.height = height
    self.series = series
  }
}
