/// Writes a drawing as an enhanced metafile (MS-EMF), the vector picture that every word processor
/// shows, old ones too.
struct EMFDrawing {
  let drawing: Drawing

  /// The bytes of the picture; the same drawing gives the same bytes.
  func bytes() -> [UInt8] {
    let width = Int32(clamping: Int(drawing.width.rounded(.up)))
    let height = Int32(clamping: Int(drawing.height.rounded(.up)))
    var records = EMFRecords()
    records.begin(width: width, height: height)
    for shape in drawing.shapes { draw(shape, &records) }
    records.end()
    return header(records, width, height) + records.bytes
  }

  /// The size of the first record, with its two extensions.
  private static let headerSize: UInt32 = 108
  /// The reference device: 1920 by 1080 pixels at 96 to an inch.
  private static let device = (pixels: (1920, 1080), micrometers: (508_000, 285_750))

  private func header(_ records: EMFRecords, _ width: Int32, _ height: Int32) -> [UInt8] {
    let size = Self.headerSize
    func hundredths(_ pixels: Int32) -> Int32 { Int32((Double(pixels) * 2540 / 96).rounded()) }
    var head = EMFBytes()
    head.add(UInt32(1))
    head.add(size)
    for end in [0, 0, width - 1, height - 1] { head.add(end) }
    for end in [0, 0, hundredths(width), hundredths(height)] { head.add(end) }
    head.add(UInt32(0x464D_4520))
    head.add(UInt32(0x0001_0000))
    head.add(size + UInt32(records.bytes.count))
    head.add(records.count + 1)
    head.add(EMFRecords.handles)
    head.add(UInt16(0))
    // Neither a description nor a palette.
    for _ in 0..<3 { head.add(UInt32(0)) }
    head.add(UInt32(Self.device.pixels.0))
    head.add(UInt32(Self.device.pixels.1))
    head.add(UInt32(Self.device.micrometers.0 / 1000))
    head.add(UInt32(Self.device.micrometers.1 / 1000))
    // No pixel format, no OpenGL.
    for _ in 0..<3 { head.add(UInt32(0)) }
    head.add(UInt32(Self.device.micrometers.0))
    head.add(UInt32(Self.device.micrometers.1))
    return head.bytes
  }

  private func draw(_ shape: Drawing.Shape, _ records: inout EMFRecords) {
    switch shape {
    case .rectangle(let corner, let width, let height, let fill, let stroke):
      rectangle(corner, width, height, fill, stroke, &records)
    case .line(let points, let stroke):
      let pieces = stroke.isDashed ? EMFPieces.dashes(along: points) : [points]
      records.withPen(stroke) { records in
        for piece in pieces { records.points(piece, isClosed: false) }
      }
    case .polygon(let points, let fill, let stroke):
      records.withBrush(fill?.background) { records in
        records.withPen(stroke) { $0.points(points, isClosed: true) }
      }
    case .circle(let centre, let radius, let fill, let stroke):
      records.withBrush(fill?.background) { records in
        records.withPen(stroke) { $0.ellipse(centre, radius: radius) }
      }
    case .label(let label): records.text(label)
    }
  }

  /// Hatches are drawn line by line, because word processors show hatched brushes each in its way.
  private func rectangle(
    _ corner: Drawing.Point,
    _ width: Double,
    _ height: Double,
    _ fill: Drawing.Fill?,
    _ stroke: Drawing.Stroke?,
    _ records: inout EMFRecords
  ) {
    guard case .hatched(let hatch, let marks, let background) = fill else {
      records.withBrush(fill?.background) { records in
        records.withPen(stroke) { $0.rectangle(corner, width: width, height: height) }
      }
      return
    }
    records.withBrush(background) { records in
      records.withPen(nil) { $0.rectangle(corner, width: width, height: height) }
    }
    if hatch == .dots {
      records.withBrush(marks) { records in
        records.withPen(nil) { records in
          for place in EMFPieces.dots(corner, width, height) {
            records.ellipse(place, radius: EMFPieces.dotRadius)
          }
        }
      }
    } else {
      records.withPen(Drawing.Stroke(colour: marks)) { records in
        for line in EMFPieces.hatch(hatch, corner, width, height) {
          records.points(line, isClosed: false)
        }
      }
    }
    guard stroke != nil else { return }
    records.withBrush(nil) { records in
      records.withPen(stroke) { $0.rectangle(corner, width: width, height: height) }
    }
  }
}

extension Drawing.Fill {
  /// The colour below its marks.
  fileprivate var background: Drawing.Colour {
    switch self {
    case .plain(let colour), .hatched(_, _, let colour): colour
    }
  }
}
