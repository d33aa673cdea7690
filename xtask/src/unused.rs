//! Empties functions of the browser half that nothing calls, but that the compiler keeps because their addresses stand
//! in tables: each view has a way to be taken over asynchronously, and our pages are taken over at once.
//!
//! An emptied function stops the program. The end-to-end tests take every page over, so a function that is called after
//! all is found before anybody else meets it. What only emptied functions used, wasm-bindgen throws away afterwards.

use anyhow::{Context, Result, ensure};

/// Parts of the names of functions that are never called.
const NEVER: [&str; 3] = ["13hydrate_async", "27new_with_async_value_erased", "21hydrate_from_template"];
/// The compiler may have one copy of what is alike, and what frees memory often is: it stays.
const SHARED: &str = "drop_in_place";
/// A body without locals that does not return: its length, no locals, `unreachable`, `end`.
const EMPTY: [u8; 4] = [3, 0, 0, 0x0b];
/// The sections we read, by their numbers in the format.
const CUSTOM: u8 = 0;
const IMPORT: u8 = 2;
const CODE: u8 = 10;

/// The same module with those functions empty.
pub fn emptied(wasm: &[u8]) -> Result<Vec<u8>> {
    let sections = sections(wasm)?;
    let of = |wanted: u8| sections.iter().filter(move |(kind, _)| *kind == wanted).map(|(_, body)| *body);
    let imported = of(IMPORT).next().map_or(Ok(0), imported_functions)?;
    let names = of(CUSTOM).find_map(|body| named(body, "name")).context("the module has no names")?;
    let never = never_called(names)?;
    let mut out = wasm.get(..8).context("a module has a head")?.to_vec();
    for (kind, body) in &sections {
        let changed = if *kind == CODE { code(body, imported, &never)? } else { body.to_vec() };
        out.push(*kind);
        number(&mut out, changed.len());
        out.extend(changed);
    }
    Ok(out)
}

/// The sections after the head: number and body.
fn sections(wasm: &[u8]) -> Result<Vec<(u8, &[u8])>> {
    ensure!(wasm.starts_with(b"\0asm"), "not a wasm module");
    let mut rest = Reader(wasm.get(8..).unwrap_or_default());
    let mut sections = Vec::new();
    while !rest.0.is_empty() {
        let kind = rest.byte()?;
        sections.push((kind, rest.sized()?));
    }
    Ok(sections)
}

/// The code, with the functions of these numbers empty.
fn code(body: &[u8], imported: usize, never: &[usize]) -> Result<Vec<u8>> {
    let mut rest = Reader(body);
    let count = rest.number()?;
    let mut out = Vec::with_capacity(body.len());
    number(&mut out, count);
    for at in 0..count {
        let function = rest.sized()?;
        if never.binary_search(&(imported + at)).is_ok() {
            out.extend(EMPTY);
        } else {
            number(&mut out, function.len());
            out.extend(function);
        }
    }
    Ok(out)
}

/// The numbers of the functions that are never called, in order.
fn never_called(names: &[u8]) -> Result<Vec<usize>> {
    const FUNCTIONS: u8 = 1;
    let mut rest = Reader(names);
    let mut found = Vec::new();
    while !rest.0.is_empty() {
        let (kind, body) = (rest.byte()?, rest.sized()?);
        let mut map = Reader(body);
        for _ in 0..if kind == FUNCTIONS { map.number()? } else { 0 } {
            let (at, name) = (map.number()?, String::from_utf8_lossy(map.sized()?));
            if NEVER.iter().any(|part| name.contains(part)) && !name.contains(SHARED) {
                found.push(at);
            }
        }
    }
    found.sort_unstable();
    Ok(found)
}

/// What a custom section of this name holds.
fn named<'a>(body: &'a [u8], name: &str) -> Option<&'a [u8]> {
    let mut rest = Reader(body);
    (rest.sized().ok()? == name.as_bytes()).then_some(rest.0)
}

/// How many functions come from outside: the others are counted on from there.
fn imported_functions(body: &[u8]) -> Result<usize> {
    let mut rest = Reader(body);
    let mut functions = 0;
    for _ in 0..rest.number()? {
        (rest.sized()?, rest.sized()?);
        // Before wasm-bindgen has been there, nothing but functions is imported.
        ensure!(rest.byte()? == 0, "something else than a function is imported");
        rest.number()?;
        functions += 1;
    }
    Ok(functions)
}

/// Bytes to read from the front.
struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn byte(&mut self) -> Result<u8> {
        let (&first, rest) = self.0.split_first().context("the module ends early")?;
        self.0 = rest;
        Ok(first)
    }

    /// A number in LEB128, as the format writes all of them.
    fn number(&mut self) -> Result<usize> {
        let mut value = 0;
        for turn in 0..5 {
            let byte = self.byte()?;
            value |= usize::from(byte & 0x7f) << (7 * turn);
            if byte & 0x80 == 0 {
                return Ok(value);
            }
        }
        anyhow::bail!("a number is too long")
    }

    /// What follows its own length.
    fn sized(&mut self) -> Result<&'a [u8]> {
        let length = self.number()?;
        let (body, rest) = self.0.split_at_checked(length).context("the module ends early")?;
        self.0 = rest;
        Ok(body)
    }
}

fn number(out: &mut Vec<u8>, mut value: usize) {
    while value > 0x7f {
        out.push((value & 0x7f) as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One imported function and two of its own, of these names; both return at once.
    fn module(names: [&str; 2]) -> Vec<u8> {
        let mut wasm = b"\0asm\x01\0\0\0".to_vec();
        let mut section = |kind: u8, body: &[u8]| {
            wasm.push(kind);
            number(&mut wasm, body.len());
            wasm.extend(body);
        };
        section(1, &[1, 0x60, 0, 0]);
        section(IMPORT, &[1, 1, b'a', 1, b'b', 0, 0]);
        section(3, &[2, 0, 0]);
        section(CODE, &[2, 3, 0, 1, 0x0b, 3, 0, 1, 0x0b]);
        let mut map = vec![2];
        for (at, name) in (1..).zip(names) {
            map.extend([at, name.len() as u8]);
            map.extend(name.as_bytes());
        }
        let mut body = vec![4];
        body.extend(b"name\x01");
        number(&mut body, map.len());
        body.extend(map);
        section(CUSTOM, &body);
        wasm
    }

    #[test]
    fn a_function_that_is_never_called_is_emptied_and_the_others_stay() {
        let wasm = module(["a13hydrate_asyncE", "a7hydrateE"]);
        let out = emptied(&wasm).expect("it is a module");
        let bodies = sections(&out).expect("it still is").into_iter().find(|(kind, _)| *kind == CODE).expect("code").1;
        assert_eq!(bodies, [2, 3, 0, 0, 0x0b, 3, 0, 1, 0x0b]);
        assert_eq!(
            emptied(&module(["b", "drop_in_place13hydrate_asyncE"])).expect("a module"),
            module(["b", "drop_in_place13hydrate_asyncE"])
        );
    }

    #[test]
    fn what_is_no_module_is_said_to_be_none() {
        assert!(emptied(b"hello").is_err());
        assert!(emptied(b"\0asm\x01\0\0\0\x0a\x7f").is_err());
    }
}
