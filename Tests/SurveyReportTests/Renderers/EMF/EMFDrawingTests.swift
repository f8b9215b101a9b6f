import Testing

@testable import SurveyReport

struct EMFDrawingTests {
  private static let grey = Drawing.Colour(value: 0x404040)

  private static let drawing = Drawing(
    title: "t",
    description: "d",
    width: 720,
    height: 100,
    shapes: [
      .rectangle(
        .init(x: 10, y: 10),
        width: 200,
        height: 30,
        fill: .hatched(.crossed, marks: grey, background: .white),
        stroke: .init()
      ),
      .rectangle(
        .init(x: 10, y: 50),
        width: 20,
        height: 30,
        fill: .hatched(.dots, marks: grey, background: .white),
        stroke: nil
      ),
      .line([.init(x: 0, y: 0), .init(x: 100, y: 0)], .init(isDashed: true)),
      .polygon(
        [.init(x: 0, y: 0), .init(x: 9, y: 0), .init(x: 0, y: 9)],
        fill: nil,
        stroke: .init()
      ),
      .circle(.init(x: 50, y: 50), radius: 5, fill: .plain(.black), stroke: nil),
      .label(.init(text: "Tỷ lệ 82,67% ✓", place: .init(x: 5, y: 90), size: 14.5, isBold: true)),
    ]
  )

  /// The kind and the bytes of each record; nil where sizes do not add up.
  private func records(_ bytes: [UInt8]) -> [(kind: UInt32, body: ArraySlice<UInt8>)]? {
    var records: [(UInt32, ArraySlice<UInt8>)] = []
    var place = 0
    func number(_ offset: Int) -> UInt32 {
      (0..<4).reduce(0) { $0 | UInt32(bytes[offset + $1]) << UInt32(8 * $1) }
    }
    while place + 8 <= bytes.count {
      let size = Int(number(place + 4))
      guard size >= 8, size % 4 == 0, place + size <= bytes.count else { return nil }
      records.append((number(place), bytes[(place + 8)..<(place + size)]))
      place += size
    }
    return place == bytes.count ? records : nil
  }

  private func word(_ bytes: ArraySlice<UInt8>, _ index: Int) -> UInt32 {
    let start = bytes.startIndex + 4 * index
    return (0..<4).reduce(0) { $0 | UInt32(bytes[start + $1]) << UInt32(8 * $1) }
  }

  @Test func `the header tells the length, the records and the size of the picture`() throws {
    let bytes = EMFDrawing(drawing: Self.drawing).bytes()
    let all = records(bytes)
    let records = try #require(all)
    let header = try #require(records.first)
    #expect(header.kind == 1)
    #expect(word(header.body, 8) == 0x464D_4520)
    #expect(word(header.body, 10) == UInt32(bytes.count))
    #expect(word(header.body, 11) == UInt32(records.count))
    // 720 by 100 pixels at 96 to an inch, in hundredths of a millimetre.
    #expect(word(header.body, 6) == 19050)
    #expect(word(header.body, 7) == 2646)
    #expect(records.last?.kind == 14)
  }

  @Test func `every tool that is made is given back before its slot is used again`() throws {
    let all = records(EMFDrawing(drawing: Self.drawing).bytes())
    let records = try #require(all)
    var made: Set<UInt32> = []
    for record in records {
      switch record.kind {
      case 38, 39, 82: #expect(made.insert(word(record.body, 0)).inserted)
      case 40: #expect(made.remove(word(record.body, 0)) != nil)
      default: break
      }
    }
    #expect(made.isEmpty)
  }

  @Test func `a text keeps its letters, and its advances are as many as its units`() throws {
    let all = records(EMFDrawing(drawing: Self.drawing).bytes())
    let records = try #require(all)
    let record = try #require(records.first { $0.kind == 84 })
    let count = Int(word(record.body, 9))
    let start = record.body.startIndex + Int(word(record.body, 10)) - 8
    let units = (0..<count).map {
      UInt16(record.body[start + 2 * $0]) | UInt16(record.body[start + 2 * $0 + 1]) << 8
    }
    #expect(String(decoding: units, as: UTF16.self) == "Tỷ lệ 82,67% ✓")
    // The check mark is no letter of the face, so its program spaces the text.
    #expect(word(record.body, 16) == 0)
    let advances = try #require(TimesMetrics.advances(of: "Tỷ lệ", size: 1000, isBold: false))
    #expect(advances == [611, 500, 250, 278, 444])
    #expect(TimesMetrics.advances(of: "ơ e\u{302}\u{301}", size: 1000, isBold: true)?.count == 5)
  }

  @Test func `dashes go on around corners and end where the line ends`() {
    let corner = [Drawing.Point(x: 0, y: 0), .init(x: 7, y: 0), .init(x: 7, y: 10)]
    let pieces = EMFPieces.dashes(along: corner)
    #expect(pieces.allSatisfy { $0.count == 2 })
    #expect(pieces.first?.last == .init(x: 5, y: 0))
    // A dash begins every nine units: at 9, two units behind the corner.
    #expect(pieces.dropFirst().first == [.init(x: 7, y: 2), .init(x: 7, y: 7)])
    #expect(EMFPieces.dashes(along: [corner[0], corner[0]]).isEmpty)
    let cut = EMFPieces.dashes(along: [.init(x: 0, y: 0), .init(x: 12, y: 0)])
    #expect(cut.last?.last == .init(x: 12, y: 0))
  }

  @Test(arguments: [Drawing.Hatch.rising, .falling, .crossed, .horizontal, .vertical])
  func `hatches stay within their rectangle`(hatch: Drawing.Hatch) {
    let corner = Drawing.Point(x: 3, y: 5)
    let lines = EMFPieces.hatch(hatch, corner, 50, 20)
    #expect(!lines.isEmpty)
    for point in lines.flatMap({ $0 }) {
      #expect((3 - 1e-9...53 + 1e-9).contains(point.x))
      #expect((5 - 1e-9...25 + 1e-9).contains(point.y))
    }
  }

  @Test func `numbers that cannot be drawn do not trap`() {
    let odd = Drawing(
      title: "",
      description: "",
      width: 10,
      height: 10,
      shapes: [
        .line([.init(x: .nan, y: 0), .init(x: .infinity, y: 5)], .init(isDashed: true)),
        .rectangle(
          .init(x: 0, y: 0),
          width: .infinity,
          height: .nan,
          fill: .hatched(.rising, marks: .black, background: .white),
          stroke: nil
        ),
      ]
    )
    #expect(records(EMFDrawing(drawing: odd).bytes()) != nil)
  }
}
