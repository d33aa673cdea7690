//! The 51 criteria of the RGESN (2024) that depend on the software, each with its answer. The numbers are
//! those of the referential; question and answer are texts of `[rgesn]`.

use crate::text::Rgesn;

/// What is answered to a criterion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// It is met.
    Yes,
    /// It is met in part.
    Partly,
    /// It is not met.
    No,
    /// It does not apply.
    NotApplicable,
    /// The organisation that runs the server answers it.
    Operator,
}

/// A criterion: its number, the answer, the question in short and the answer in a sentence.
pub struct Criterion {
    /// Its number in the referential.
    pub number: &'static str,
    /// The answer.
    pub answer: Answer,
    /// What is asked, in short.
    pub question: fn(&Rgesn) -> &'static str,
    /// Why.
    pub because: fn(&Rgesn) -> &'static str,
}

macro_rules! criteria {
    ($($number:literal $answer:ident $question:ident $because:ident)+) => {
        /// All of them, in the order of the referential.
        pub const ALL: &[Criterion] = &[$(Criterion {
            number: $number,
            answer: Answer::$answer,
            question: |say| say.$question,
            because: |say| say.$because,
        }),+];
    };
}

criteria! {
    "1.1" Yes q1_1 a1_1
    "1.2" Partly q1_2 a1_2
    "1.3" Operator q1_3 a1_3
    "1.4" Partly q1_4 a1_4
    "1.5" Yes q1_5 a1_5
    "1.6" Yes q1_6 a1_6
    "1.7" Partly q1_7 a1_7
    "1.8" Yes q1_8 a1_8
    "1.9" Yes q1_9 a1_9
    "2.1" Partly q2_1 a2_1
    "2.2" Partly q2_2 a2_2
    "2.3" Partly q2_3 a2_3
    "2.4" Partly q2_4 a2_4
    "2.5" Yes q2_5 a2_5
    "2.6" Partly q2_6 a2_6
    "2.7" No q2_7 a2_7
    "2.9" Yes q2_9 a2_9
    "3.1" Yes q3_1 a3_1
    "3.2" Yes q3_2 a3_2
    "3.3" Partly q3_3 a3_3
    "3.5" Partly q3_5 a3_5
    "3.6" Partly q3_6 a3_6
    "3.7" NotApplicable q3_7 a3_7
    "4.1" Yes q4_1 a4_1
    "4.2" Yes q4_2 a4_2
    "4.3" Yes q4_3 a4_3
    "4.5" Partly q4_5 a4_5
    "4.6" Yes q4_6 a4_6
    "4.7" Yes q4_7 a4_7
    "4.8" Yes q4_8 a4_8
    "4.9" Yes q4_9 a4_9
    "4.10" Yes q4_10 a4_10
    "4.11" Partly q4_11 a4_11
    "4.12" NotApplicable q4_12 a4_12
    "4.13" Yes q4_13 a4_13
    "4.14" Yes q4_14 a4_14
    "4.15" Partly q4_15 a4_15
    "5.1" Yes q5_1 a5_1
    "5.2" Yes q5_2 a5_2
    "5.7" Partly q5_7 a5_7
    "5.8" Operator q5_8 a5_8
    "6.1" Yes q6_1 a6_1
    "6.2" Yes q6_2 a6_2
    "6.3" Yes q6_3 a6_3
    "6.4" Yes q6_4 a6_4
    "6.5" Partly q6_5 a6_5
    "6.7" Partly q6_7 a6_7
    "7.1" Yes q7_1 a7_1
    "7.2" Operator q7_2 a7_2
    "7.3" Yes q7_3 a7_3
    "9.1" Yes q9_1 a9_1
}
