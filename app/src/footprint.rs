//! What bytes on a network weigh in greenhouse gases, by the model *Sustainable Web Design*, version 4
//! (<https://sustainablewebdesign.org/estimating-digital-emissions/>), with the constants of the library `co2.js` of the
//! Green Web Foundation (`src/constants/index.js`): an order of magnitude, for pages that say so.
//!
//! | kWh for each GB | in use | made |
//! |---|---|---|
//! | data centres | 0.055 | 0.012 |
//! | networks | 0.059 | 0.013 |
//! | people's devices | 0.080 | 0.081 |
//!
//! That is 0.300 kWh/GB. A kWh counts for 494 g of CO2e, the average of the world's grids.

use crate::text::Words;

/// Wh for each GB, made and in use, of data centres, networks and devices.
const WH_PER_GB: u64 = 55 + 59 + 80 + 12 + 13 + 81;
/// Grams of CO2e for each kWh, on average over the world.
const GRAMS_PER_KWH: u64 = 494;

/// Micrograms of CO2e for so many bytes.
#[must_use]
pub const fn micrograms(bytes: u64) -> u64 {
    // Wh/GB × g/kWh = 10⁻³ g/GB × 10⁶ µg/g = 10⁻⁶ µg for each byte.
    bytes.saturating_mul(WH_PER_GB * GRAMS_PER_KWH) / 1_000_000
}

/// What a message weighs on a websocket, with its head: the browser's are masked.
#[must_use]
pub const fn framed(content: usize, masked: bool) -> u64 {
    let head = if content < 126 {
        2
    } else if content <= 0xFFFF {
        4
    } else {
        10
    };
    content as u64 + head + if masked { 4 } else { 0 }
}

/// Bytes in words: "283 ko", "2,3 Mo".
#[must_use]
pub fn weight(words: Words, bytes: u64) -> String {
    let say = words.footprint();
    let kilo = bytes.div_ceil(1000);
    if kilo < 1000 {
        say.kb(&kilo.to_string())
    } else {
        say.mb(&(bytes / 1_000_000).to_string(), &(bytes / 100_000 % 10).to_string())
    }
}

/// What so many bytes weigh in greenhouse gases, in words: "42 mg", "1,2 g". Never nothing.
#[must_use]
pub fn carbon(words: Words, bytes: u64) -> String {
    let say = words.footprint();
    let milli = micrograms(bytes).div_ceil(1000);
    if milli < 1000 {
        say.mg(&milli.to_string())
    } else {
        say.g(&(milli / 1000).to_string(), &(milli / 100 % 10).to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::words;
    use board::deck::Lang;

    #[test]
    fn bytes_weigh_what_the_model_says() {
        assert_eq!((micrograms(40_000), micrograms(250_000), micrograms(2_300_000)), (5_928, 37_050, 340_860));
        assert_eq!(micrograms(1_000_000_000), 148_200_000, "148.2 g for each GB");
        assert_eq!(micrograms(0), 0);
    }

    #[test]
    fn weights_are_said_in_words_of_their_size() {
        let plain = |text: String| text.replace('\u{a0}', " ");
        let (fr, en) = (words(Lang::Fr), words(Lang::En));
        assert_eq!(plain(weight(fr, 282_400)), "283 ko");
        assert_eq!(plain(weight(fr, 2_345_000)), "2,3 Mo");
        assert_eq!(plain(weight(en, 2_345_000)), "2.3 MB");
        assert_eq!(plain(carbon(fr, 283_000)), "42 mg");
        assert_eq!(plain(carbon(fr, 8_500_000)), "1,2 g");
    }

    #[test]
    fn a_message_weighs_its_head_as_well() {
        assert_eq!(
            [(10, false), (10, true), (200, false), (70_000, true)].map(|(size, up)| framed(size, up)),
            [12, 16, 204, 70_014]
        );
    }
}
