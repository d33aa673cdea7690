//! Counting tests: what the runners say at their end, added up.

use std::ops::AddAssign;

/// How many tests passed, failed and were skipped.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    pub passed: usize,
    pub failed: usize,
    pub skipped: usize,
}

impl AddAssign for Count {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
    }
}

impl Count {
    /// Reads `test result: ok. 12 passed; 0 failed; 1 ignored; …`, once per test binary.
    pub fn of_cargo(said: &str) -> Self {
        let mut count = Self::default();
        for line in said.lines().filter(|line| line.starts_with("test result:")) {
            let numbered = line.split(['.', ';']);
            numbered.for_each(|part| count.add(part));
        }
        count
    }

    /// Reads Playwright's closing lines: `  12 passed (3.2s)`, `  1 failed`, `  2 skipped`.
    pub fn of_playwright(said: &str) -> Self {
        let mut count = Self::default();
        for line in said.lines() {
            let line = line.split('(').next().unwrap_or_default();
            count.add(line);
        }
        count
    }

    fn add(&mut self, text: &str) {
        let mut words = text.split_whitespace();
        let (Some(number), Some(word), None) = (words.next(), words.next(), words.next()) else { return };
        let Ok(number) = number.parse::<usize>() else { return };
        match word {
            "passed" => self.passed += number,
            // A test that passed at the second try did not pass.
            "failed" | "flaky" | "interrupted" => self.failed += number,
            "ignored" | "skipped" => self.skipped += number,
            _ => {}
        }
    }
}

impl std::fmt::Display for Count {
    fn fmt(&self, line: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(line, "{} passed, {} failed, {} skipped", self.passed, self.failed, self.skipped)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_results_of_several_test_binaries_are_added_up() {
        let said = "running 2 tests\ntest a ... ok\n\
            test result: ok. 2 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s\n\
            test result: FAILED. 1 passed; 1 failed; 3 ignored; 0 measured; 0 filtered out; finished in 1.00s\n";
        assert_eq!(Count::of_cargo(said), Count { passed: 3, failed: 1, skipped: 3 });
    }

    #[test]
    fn a_flaky_browser_test_counts_as_failed() {
        let said = "Running 4 tests using 1 worker\n  1 flaky\n    a.spec.ts:3:1 > drags a card\n  1 skipped\n  2 passed (3.2s)\n";
        assert_eq!(Count::of_playwright(said), Count { passed: 2, failed: 1, skipped: 1 });
        assert_eq!(Count::of_playwright(said).to_string(), "2 passed, 1 failed, 1 skipped");
    }
}
