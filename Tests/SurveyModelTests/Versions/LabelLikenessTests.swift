import SurveyModel
import Testing

@Suite("Words of two versions")
struct LabelLikenessTests {
  @Test(arguments: [
    ("Hài lòng", "hài  lòng.", LabelLikeness.same),
    ("hoà nhã", "hòa nhã", .same),
    ("Thái độ của cán bộ", "Thái độ của cán bô", .reworded),
    ("Thời gian giải quyết hồ sơ", "Thời gian giải quyêt hồ sơ", .slip),
    ("Thời gian giải quyết", "Thời gian giảiquyết", .slip),
    ("Thời gian giải quyết hồ sơ", "Thời gian trả kết quả hồ sơ", .reworded),
    ("Thời gian giải quyết", "Thái độ phục vụ", .different),
    ("Hài lòng", "Không hài lòng", .different),
    ("Rất hài lòng", "Ít hài lòng", .different),
    ("Dưới 30 tuổi", "Dưới 35 tuổi", .different),
    ("Nam", "Năm", .different),
    ("", "Nam", .different),
  ])
  func `are as near as their meaning may be`(old: String, new: String, likeness: LabelLikeness) {
    #expect(LabelLikeness(old, new) == likeness)
  }
}
