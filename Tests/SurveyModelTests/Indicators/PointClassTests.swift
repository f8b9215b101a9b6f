import SurveyModel
import Testing

@Suite struct PointClassTests {
  /// The classes of the counter evaluation, out of 18 points.
  private static let classes = [
    PointClass(atLeast: 15, label: Form.words("Xuất sắc")),
    PointClass(atLeast: 12, label: Form.words("Tốt")),
    PointClass(atLeast: 9, label: Form.words("Khá")),
    PointClass(atLeast: 6, label: Form.words("Trung bình")),
    PointClass(atLeast: nil, label: Form.words("Yếu")),
  ]

  @Test(arguments: [
    (18, "Xuất sắc"), (15, "Xuất sắc"), (15.0.nextDown, "Tốt"), (12, "Tốt"),
    (12.0.nextDown, "Khá"), (9, "Khá"), (9.0.nextDown, "Trung bình"), (6, "Trung bình"),
    (6.0.nextDown, "Yếu"), (0, "Yếu"), (-1, "Yếu"),
  ])
  func `the bound itself belongs to the better class`(points: Double, label: String) {
    #expect(Self.classes.classOf(points)?.label.text("vi") == label)
  }

  @Test func `without a lowest class some sums have none`() {
    #expect(Array(Self.classes.dropLast()).classOf(5.9) == nil)
    #expect([PointClass]().classOf(3) == nil)
  }
}
