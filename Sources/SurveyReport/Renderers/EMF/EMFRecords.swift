/// The records of an enhanced metafile (MS-EMF) in their order.
struct EMFRecords {
  /// Logical units in a unit of the drawing, so that nothing is rounded to pixels.
  static let scale = 20.0

  private enum Kind: UInt32 {
    case polygon = 3
    case polyline = 4
    case setWindowExtent = 9
    case setWindowOrigin = 10
    case setViewportExtent = 11
    case setViewportOrigin = 12
    case end = 14
    case setMapMode = 17
    case setBackgroundMode = 18
    case setTextAlign = 22
    case setTextColour = 24
    case selectObject = 37
    case createPen = 38
    case createBrush = 39
    case deleteObject = 40
    case ellipse = 42
    case rectangle = 43
    case createFont = 82
    case textOut = 84
  }

  /// The tools that a record selects.
  enum Stock: UInt32 {
    case noBrush = 0x8000_0005
    case noPen = 0x8000_0008
  }

  /// The one slot that tools are made in.
  private static let slot: UInt32 = 1

  private(set) var bytes: [UInt8] = []
  private(set) var count: UInt32 = 0

  private mutating func add(_ kind: Kind, _ fill: (inout EMFBytes) -> Void = { _ in }) {
    var body = EMFBytes()
    fill(&body)
    body.align()
    var head = EMFBytes()
    head.add(kind.rawValue)
    head.add(UInt32(body.bytes.count + 8))
    bytes += head.bytes + body.bytes
    count += 1
  }

  private static func logical(_ value: Double) -> Int32 {
    let scaled = (value * scale).rounded()
    guard scaled.isFinite else { return 0 }
    return Int32(min(max(scaled, -1e8), 1e8))
  }

  /// A whole picture of `width` by `height` units.
  mutating func begin(width: Int32, height: Int32) {
    add(.setMapMode) { $0.add(UInt32(8)) }
    for (kind, x, y) in [
      (Kind.setWindowOrigin, Int32(0), Int32(0)),
      (.setWindowExtent, width * Int32(Self.scale), height * Int32(Self.scale)),
      (.setViewportOrigin, 0, 0), (.setViewportExtent, width, height),
    ] {
      add(kind) { body in
        body.add(x)
        body.add(y)
      }
    }
    add(.setBackgroundMode) { $0.add(UInt32(1)) }
  }

  mutating func end() {
    add(.end) { body in
      body.add(UInt32(0))
      body.add(UInt32(16))
      body.add(UInt32(20))
    }
  }

  mutating func select(_ stock: Stock) { add(.selectObject) { $0.add(stock.rawValue) } }

  /// Draws with a pen that is made for it, or with none.
  mutating func withPen(_ stroke: Drawing.Stroke?, _ draw: (inout EMFRecords) -> Void) {
    guard let stroke else {
      select(.noPen)
      draw(&self)
      return
    }
    with(
      .createPen,
      { body in
        body.add(UInt32(0))
        body.add(max(1, Self.logical(stroke.width)))
        body.add(Int32(0))
        body.add(stroke.colour.reference)
      },
      instead: .noPen,
      draw
    )
  }

  /// Draws with a brush that is made for it, or with none.
  mutating func withBrush(_ colour: Drawing.Colour?, _ draw: (inout EMFRecords) -> Void) {
    guard let colour else {
      select(.noBrush)
      draw(&self)
      return
    }
    with(
      .createBrush,
      { body in
        body.add(UInt32(0))
        body.add(colour.reference)
        body.add(UInt32(0))
      },
      instead: .noBrush,
      draw
    )
  }

  /// Makes a tool, draws with it and gives it back; tools may be nested, each in a slot of its own.
  private mutating func with(
    _ kind: Kind,
    _ fill: (inout EMFBytes) -> Void,
    instead stock: Stock?,
    _ draw: (inout EMFRecords) -> Void
  ) {
    let slot =
      switch kind {
      case .createPen: Self.slot
      case .createBrush: Self.slot + 1
      default: Self.slot + 2
      }
    add(kind) { body in
      body.add(slot)
      fill(&body)
    }
    add(.selectObject) { $0.add(slot) }
    draw(&self)
    // A tool that is in use cannot be given back.
    if let stock { select(stock) } else { add(.selectObject) { $0.add(UInt32(0x8000_000D)) } }
    add(.deleteObject) { $0.add(slot) }
  }

  /// Slots of tools, with the one that is never used.
  static let handles: UInt16 = 4

  mutating func rectangle(_ corner: Drawing.Point, width: Double, height: Double) {
    add(.rectangle) { body in
      body.add(Self.logical(corner.x))
      body.add(Self.logical(corner.y))
      body.add(Self.logical(corner.x + width))
      body.add(Self.logical(corner.y + height))
    }
  }

  mutating func ellipse(_ centre: Drawing.Point, radius: Double) {
    add(.ellipse) { body in
      body.add(Self.logical(centre.x - radius))
      body.add(Self.logical(centre.y - radius))
      body.add(Self.logical(centre.x + radius))
      body.add(Self.logical(centre.y + radius))
    }
  }

  mutating func points(_ points: [Drawing.Point], isClosed: Bool) {
    guard points.count > 1 else { return }
    let places = points.map { (Self.logical($0.x), Self.logical($0.y)) }
    let xs = places.map(\.0)
    let ys = places.map(\.1)
    add(isClosed ? .polygon : .polyline) { body in
      for end in [xs.min(), ys.min(), xs.max(), ys.max()] { body.add(end ?? 0) }
      body.add(UInt32(places.count))
      for (x, y) in places {
        body.add(x)
        body.add(y)
      }
    }
  }

  mutating func text(_ label: Drawing.Label) {
    let size = Self.logical(label.size)
    with(
      .createFont,
      { body in
        body.add(-size)
        for _ in 0..<3 { body.add(Int32(0)) }
        body.add(Int32(label.isBold ? 700 : 400))
        // Neither italic nor underlined nor struck out; the character set of Vietnamese.
        body.add([0, 0, 0, 163, 0, 0, 0, 0x12])
        body.add("Times New Roman", units: 32)
        body.add([UInt8](repeating: 0, count: 320 - 92))
      },
      instead: nil
    ) { records in
      records.add(.setTextColour) { $0.add(label.colour.reference) }
      let align: UInt32 =
        switch label.anchor {
        case .start: 24
        case .middle: 24 | 6
        case .end: 24 | 2
        }
      records.add(.setTextAlign) { $0.add(align) }
      records.write(VisibleText.clean(label.text), label, size: Double(size))
    }
  }

  private mutating func write(_ text: String, _ label: Drawing.Label, size: Double) {
    let units = Array(text.utf16)
    guard !units.isEmpty else { return }
    let advances = TimesMetrics.advances(of: text, size: size, isBold: label.isBold)
    let textOffset: UInt32 = 76
    let padded = UInt32((units.count * 2 + 3) / 4 * 4)
    add(.textOut) { body in
      for end in [0, 0, -1, -1] as [Int32] { body.add(end) }
      body.add(UInt32(2))
      body.add(Float(1))
      body.add(Float(1))
      body.add(Self.logical(label.place.x))
      body.add(Self.logical(label.place.y))
      body.add(UInt32(units.count))
      body.add(textOffset)
      body.add(UInt32(0))
      for end in [0, 0, -1, -1] as [Int32] { body.add(end) }
      body.add(advances == nil ? UInt32(0) : textOffset + padded)
      for unit in units { body.add(unit) }
      body.align()
      for advance in advances ?? [] { body.add(advance) }
    }
  }
}

extension Drawing.Colour {
  /// As `0x00BBGGRR`.
  fileprivate var reference: UInt32 {
    (value & 0xFF) << 16 | value & 0xFF00 | value >> 16 & 0xFF
  }
}
