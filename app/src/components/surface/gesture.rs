//! What fingers and a mouse mean on the board: one finger moves the view, or a card that may move; two move and zoom the
//! view; a touch without movement chooses. One finger draws only where its person said that it does; two never do.
//! A mouse may also draw a rope from a card to another.

use crate::components::desk::Chosen;

/// How far a finger may tremble, in the screen's points, and still be a touch.
const STILL: f64 = 8.0;

/// A point of the screen.
type Spot = (f64, f64);

/// The fingers on the board, and what they are at.
#[derive(Clone, Debug, Default)]
pub struct Gesture {
    fingers: Vec<(i32, Spot)>,
    doing: Doing,
}

/// What a finger does if it moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Means {
    /// It moves the view.
    Look,
    /// It lifts what it came down on.
    Lift,
    /// It draws.
    Draw,
    /// It draws a rope from what it came down on.
    Rope,
}

#[derive(Clone, Copy, Debug, Default, PartialEq)]
enum Doing {
    #[default]
    Nothing,
    /// Down, not moved yet.
    Pressing {
        on: Chosen,
        from: Spot,
        means: Means,
    },
    Lifting {
        what: Chosen,
        from: Spot,
    },
    Tracing,
    Roping {
        from: Chosen,
    },
    Panning,
    Pinching,
}

/// What a movement asks of the board.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Sign {
    /// Nothing.
    Nothing,
    /// This was touched.
    Touch(Chosen),
    /// The view moves by this much.
    Pan(Spot),
    /// The view moves by this much and zooms around this point.
    Pinch {
        /// How far.
        by: Spot,
        /// How much nearer.
        factor: f64,
        /// Around what.
        around: Spot,
    },
    /// This is held up, this far from where it was taken.
    Lift(Chosen, Spot),
    /// This is let go of, where it is.
    Drop(Chosen),
    /// A line goes on to where the finger is; it begins there if none has begun.
    Trace(Spot),
    /// The line ends.
    Traced,
    /// A rope from this goes to where the finger is.
    Rope(Chosen, Spot),
    /// The rope from this is let go of.
    Tie(Chosen),
    /// Whatever was held up goes back, and the line or the rope that was begun is none.
    GiveUp,
}

impl Gesture {
    /// A finger comes down on something.
    pub fn down(&mut self, finger: i32, at: Spot, on: Chosen, means: Means) -> Sign {
        let before = self.doing;
        match (self.fingers.len(), before) {
            (0, _) => self.doing = Doing::Pressing { on, from: at, means },
            (1, Doing::Pressing { .. } | Doing::Panning | Doing::Tracing) => self.doing = Doing::Pinching,
            // Somebody who holds a card up rests their hand on the table; a third finger means nothing.
            _ => return Sign::Nothing,
        }
        self.fingers.push((finger, at));
        // The first of two fingers that zoom leaves no line behind.
        if before == Doing::Tracing { Sign::GiveUp } else { Sign::Nothing }
    }

    /// A finger moves.
    pub fn moved(&mut self, finger: i32, at: Spot) -> Sign {
        let before = self.fingers.clone();
        let Some(known) = self.fingers.iter_mut().find(|(known, _)| *known == finger) else { return Sign::Nothing };
        let last = known.1;
        known.1 = at;
        match self.doing {
            Doing::Pressing { from, .. } if distance(from, at) <= STILL => Sign::Nothing,
            Doing::Pressing { on, from, means: Means::Lift } => {
                self.doing = Doing::Lifting { what: on, from };
                Sign::Lift(on, away(from, at))
            }
            Doing::Pressing { from, means: Means::Draw, .. } => {
                self.doing = Doing::Tracing;
                Sign::Trace(from)
            }
            Doing::Pressing { on, means: Means::Rope, .. } => {
                self.doing = Doing::Roping { from: on };
                Sign::Rope(on, at)
            }
            Doing::Pressing { from, .. } => {
                self.doing = Doing::Panning;
                Sign::Pan(away(from, at))
            }
            Doing::Lifting { what, from } => Sign::Lift(what, away(from, at)),
            Doing::Tracing => Sign::Trace(at),
            Doing::Roping { from } => Sign::Rope(from, at),
            Doing::Panning => Sign::Pan(away(last, at)),
            Doing::Pinching => match (&before[..], &self.fingers[..]) {
                ([(_, a), (_, b)], [(_, c), (_, d)]) => {
                    let factor = distance(*c, *d).max(1.0) / distance(*a, *b).max(1.0);
                    Sign::Pinch { by: away(middle(*a, *b), middle(*c, *d)), factor, around: middle(*c, *d) }
                }
                _ => Sign::Nothing,
            },
            Doing::Nothing => Sign::Nothing,
        }
    }

    /// A finger goes up.
    pub fn up(&mut self, finger: i32) -> Sign {
        self.gone(finger).map_or(Sign::Nothing, |doing| match doing {
            Doing::Pressing { on, .. } => Sign::Touch(on),
            Doing::Lifting { what, .. } => Sign::Drop(what),
            Doing::Tracing => Sign::Traced,
            Doing::Roping { from } => Sign::Tie(from),
            Doing::Nothing | Doing::Panning | Doing::Pinching => Sign::Nothing,
        })
    }

    /// The browser took a finger away: nothing was meant.
    pub fn cancelled(&mut self, finger: i32) -> Sign {
        match self.gone(finger) {
            Some(doing) if doing.holds() => Sign::GiveUp,
            _ => Sign::Nothing,
        }
    }

    /// Whoever holds something thinks better of it: until they let go of the mouse, it means nothing any more.
    pub fn give_up(&mut self) -> Sign {
        if !self.doing.holds() {
            return Sign::Nothing;
        }
        self.doing = Doing::Nothing;
        Sign::GiveUp
    }

    /// What was going on, if this finger took part in it.
    fn gone(&mut self, finger: i32) -> Option<Doing> {
        let place = self.fingers.iter().position(|(known, _)| *known == finger)?;
        self.fingers.remove(place);
        let next = if self.fingers.is_empty() { Doing::Nothing } else { Doing::Panning };
        Some(std::mem::replace(&mut self.doing, next))
    }
}

impl Doing {
    /// Whether letting go of it would change something.
    fn holds(self) -> bool {
        matches!(self, Self::Lifting { .. } | Self::Tracing | Self::Roping { .. })
    }
}

fn away(from: Spot, to: Spot) -> Spot {
    (to.0 - from.0, to.1 - from.1)
}

fn middle(a: Spot, b: Spot) -> Spot {
    ((a.0 + b.0) / 2.0, (a.1 + b.1) / 2.0)
}

fn distance(a: Spot, b: Spot) -> f64 {
    (a.0 - b.0).hypot(a.1 - b.1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use board::CardId;

    const CARD: Chosen = Chosen::Card(CardId(7));

    #[test]
    fn a_finger_that_trembles_touches() {
        let mut gesture = Gesture::default();
        gesture.down(1, (10.0, 10.0), CARD, Means::Lift);
        assert_eq!(gesture.moved(1, (13.0, 12.0)), Sign::Nothing);
        assert_eq!(gesture.up(1), Sign::Touch(CARD));
    }

    #[test]
    fn one_finger_pans_and_what_it_started_on_stays_untouched() {
        let mut gesture = Gesture::default();
        gesture.down(1, (10.0, 10.0), CARD, Means::Look);
        assert_eq!(gesture.moved(1, (40.0, 10.0)), Sign::Pan((30.0, 0.0)));
        assert_eq!(gesture.moved(1, (45.0, 12.0)), Sign::Pan((5.0, 2.0)));
        assert_eq!(gesture.up(1), Sign::Nothing);
    }

    #[test]
    fn two_fingers_zoom_and_never_touch_nor_lift() {
        let mut gesture = Gesture::default();
        gesture.down(1, (100.0, 100.0), CARD, Means::Lift);
        gesture.down(2, (200.0, 100.0), CARD, Means::Lift);
        let sign = gesture.moved(2, (300.0, 100.0));
        assert_eq!(sign, Sign::Pinch { by: (50.0, 0.0), factor: 2.0, around: (200.0, 100.0) });
        assert_eq!(gesture.up(1), Sign::Nothing);
        assert_eq!(gesture.moved(2, (310.0, 100.0)), Sign::Pan((10.0, 0.0)), "the finger left behind goes on panning");
        assert_eq!(gesture.up(2), Sign::Nothing);
    }

    #[test]
    fn a_card_is_lifted_and_let_go_of() {
        let mut gesture = Gesture::default();
        gesture.down(1, (10.0, 10.0), CARD, Means::Lift);
        assert_eq!(gesture.moved(1, (30.0, 10.0)), Sign::Lift(CARD, (20.0, 0.0)));
        gesture.down(2, (90.0, 90.0), Chosen::Nothing, Means::Look);
        assert_eq!(gesture.moved(2, (190.0, 90.0)), Sign::Nothing, "a hand that rests on the table does nothing");
        assert_eq!(gesture.up(1), Sign::Drop(CARD));
    }

    #[test]
    fn a_lift_that_the_browser_ends_is_given_up() {
        let mut gesture = Gesture::default();
        gesture.down(1, (10.0, 10.0), CARD, Means::Lift);
        gesture.moved(1, (30.0, 10.0));
        assert_eq!(gesture.cancelled(1), Sign::GiveUp);
        assert_eq!(gesture.up(1), Sign::Nothing);
    }

    #[test]
    fn a_finger_that_draws_leaves_a_line_from_where_it_came_down() {
        let mut gesture = Gesture::default();
        gesture.down(1, (10.0, 10.0), CARD, Means::Draw);
        assert_eq!(gesture.moved(1, (30.0, 10.0)), Sign::Trace((10.0, 10.0)));
        assert_eq!(gesture.moved(1, (40.0, 10.0)), Sign::Trace((40.0, 10.0)));
        assert_eq!(gesture.up(1), Sign::Traced);
        gesture.down(1, (10.0, 10.0), CARD, Means::Draw);
        assert_eq!(gesture.up(1), Sign::Touch(CARD), "a dot, a stamp, or what is rubbed out");
    }

    #[test]
    fn a_second_finger_turns_a_line_into_a_look_around() {
        let mut gesture = Gesture::default();
        gesture.down(1, (10.0, 10.0), CARD, Means::Draw);
        gesture.moved(1, (30.0, 10.0));
        assert_eq!(gesture.down(2, (90.0, 10.0), CARD, Means::Draw), Sign::GiveUp);
        assert!(matches!(gesture.moved(2, (110.0, 10.0)), Sign::Pinch { .. }));
        assert_eq!(gesture.up(2), Sign::Nothing);
        assert_eq!(gesture.moved(1, (40.0, 10.0)), Sign::Pan((10.0, 0.0)), "the finger left behind does not draw");
    }

    #[test]
    fn a_rope_goes_from_a_card_to_where_the_mouse_lets_go_of_it() {
        let mut gesture = Gesture::default();
        gesture.down(1, (10.0, 10.0), CARD, Means::Rope);
        assert_eq!(gesture.moved(1, (12.0, 10.0)), Sign::Nothing);
        assert_eq!(gesture.moved(1, (60.0, 10.0)), Sign::Rope(CARD, (60.0, 10.0)));
        gesture.down(2, (90.0, 90.0), Chosen::Nothing, Means::Look);
        assert_eq!(gesture.moved(2, (190.0, 90.0)), Sign::Nothing, "a hand that rests on the table pulls at no rope");
        assert_eq!(gesture.up(1), Sign::Tie(CARD));
        gesture.down(1, (10.0, 10.0), CARD, Means::Rope);
        assert_eq!(gesture.up(1), Sign::Touch(CARD), "a click on the end of a rope is a click on its card");
    }

    #[test]
    fn what_was_given_up_stays_so_until_the_mouse_is_up() {
        for means in [Means::Lift, Means::Rope, Means::Draw] {
            let mut gesture = Gesture::default();
            assert_eq!(gesture.give_up(), Sign::Nothing);
            gesture.down(1, (10.0, 10.0), CARD, means);
            assert_eq!(gesture.give_up(), Sign::Nothing, "nothing is held yet");
            gesture.moved(1, (60.0, 10.0));
            assert_eq!(gesture.give_up(), Sign::GiveUp);
            assert_eq!(gesture.moved(1, (90.0, 10.0)), Sign::Nothing);
            assert_eq!(gesture.up(1), Sign::Nothing);
            gesture.down(1, (10.0, 10.0), CARD, Means::Look);
            assert_eq!(gesture.moved(1, (40.0, 10.0)), Sign::Pan((30.0, 0.0)), "the next press is a new one");
        }
    }
}
