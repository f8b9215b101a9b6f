package import SurveyModel
package import SurveyStatistics

/// Why the design of a study cannot be built.
package enum StudyDesignError: Error, Hashable, Sendable {
  case unknownQuestion(String)
  /// The answers to a question that is there do not divide the interviews into groups.
  case makesNoGroups(String)
  case partlyMissing(String, count: Int, of: Int)
  /// `strata` are the labels of the first stage, by code.
  case statistics(SampleDesignError, strata: [String] = [])
}

extension StudyDesignError: LocalizedMessage {
  package func text(in language: InterfaceLanguage) -> String {
    switch (self, language) {
    case (.unknownQuestion(let id), .vietnamese):
      "thiết kế mẫu dùng câu '\(id)' nhưng phiếu không có câu này; sửa mục design của kế hoạch hoặc sample của phiếu"
    case (.unknownQuestion(let id), .english):
      "the sample design uses question '\(id)', which the questionnaire does not have; mend design in the plan or sample in the questionnaire"
    case (.makesNoGroups(let id), .vietnamese):
      "không chia nhóm hay tầng, cụm theo câu '\(id)' được, vì một người có thể chọn nhiều đáp án; chọn câu một đáp án"
    case (.makesNoGroups(let id), .english):
      "question '\(id)' makes no groups, strata or clusters, because one person may choose several options; take a question with one answer"
    case (.partlyMissing(let id, let count, let total), .vietnamese):
      "\(count) trong \(total) phiếu không có '\(id)' của thiết kế mẫu; bổ sung số liệu này rồi tính lại, hoặc bỏ qua thiết kế mẫu để tính mọi phiếu như nhau (không phiếu nào được bỏ ra ngoài)"
    case (.partlyMissing(let id, let count, let total), .english):
      "\(count) of \(total) interviews lack '\(id)' of the sample design; supply it and compute again, or ignore the design and weigh all the same (no interview is left out)"
    case (.statistics(let error, let strata), .vietnamese):
      error.text(.vietnamese) { strata.indices.contains($0) ? strata[$0] : "\($0 + 1)" }
    case (.statistics(let error, let strata), .english):
      error.text(.english) { strata.indices.contains($0) ? strata[$0] : "\($0 + 1)" }
    }
  }
}

/// What the reader of an estimate must know about its design.
package enum DesignNote: Hashable, Sendable {
  /// The design has no weights.
  case noWeights
  /// The weight was declared but no interview has one.
  case unweighted(String)
  /// A stratum or cluster was declared but no interview has one.
  case notCollected(String)
  /// The finite population correction does not cover every stage.
  case fpcLeftOut
  /// Interviews of several waves are one sample; so many primary units are in several of them.
  case pooledWaves(Int, common: Int)
}

extension DesignNote: LocalizedMessage {
  package func text(in language: InterfaceLanguage) -> String {
    switch (self, language) {
    case (.noWeights, .vietnamese):
      "Các phiếu có quyền số như nhau."
    case (.noWeights, .english):
      "All interviews weigh the same."
    case (.unweighted(let id), .vietnamese):
      "Chưa phiếu nào có quyền số “\(id)”: kết quả tính với quyền số như nhau và chỉ mô tả những người đã trả lời."
    case (.unweighted(let id), .english):
      "No interview has the weight “\(id)”: results weigh all the same and describe only those who answered."
    case (.notCollected(let id), .vietnamese):
      "Chưa phiếu nào có “\(id)” của thiết kế mẫu: khoảng tin cậy tính không có thông tin này và có thể quá hẹp."
    case (.notCollected(let id), .english):
      "No interview has “\(id)” of the sample design: intervals are computed without it and may be too narrow."
    case (.fpcLeftOut, .vietnamese):
      "Hiệu chỉnh tổng thể hữu hạn không được dùng vì chưa có đủ cho mọi giai đoạn chọn mẫu."
    case (.fpcLeftOut, .english):
      "No finite population correction is used, because it is not known for every stage."
    case (.pooledWaves(let waves, let common), .vietnamese):
      "Số liệu gộp phiếu của \(waves) đợt thành một mẫu, mỗi đợt theo tổng quyền số (hay số phiếu) của nó; "
        + (common == 0
          ? "các đợt được chọn riêng nên tầng của đợt nào tính riêng đợt đó."
          : "\(common) đơn vị chọn mẫu có mặt ở nhiều đợt được coi là một đơn vị.")
    case (.pooledWaves(let waves, let common), .english):
      "Interviews of \(waves) waves are pooled into one sample, each wave by its weights (or its interviews); "
        + (common == 0
          ? "waves were drawn by themselves, so the strata of each are its own."
          : "\(common) sampling units that are in several waves count as one unit.")
    }
  }
}
