//! Functions that resemble each other, beside each other: brotli packs a wasm four hundredths smaller when it has just
//! seen something like what comes, nine kilobytes of a phone's first visit. The linker's order follows the crates; what
//! a compiler makes many times in many crates is far apart in it.

use std::convert::Infallible;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, anyhow};
use wasm_encoder::reencode::{Error, Reencode};
use wasm_encoder::{CodeSection, FunctionSection, Module, RawSection};
use wasmparser::{FunctionSectionReader, Parser, Payload, TypeRef};

/// How many samples a function is compared by.
const SAMPLES: usize = 128;
/// How many bytes of code a sample is.
const GRAM: usize = 4;
/// No code of this function fell here.
const NOTHING: u32 = u32::MAX;

/// Lays the functions of a wasm in another order; what it does stays the same.
pub fn by_likeness(wasm: &Path) -> Result<()> {
    let bytes = fs::read(wasm)?;
    let found = Functions::of(&bytes)?;
    let order = found.by_likeness();
    let mut places = vec![0; order.len()];
    for (place, &function) in order.iter().enumerate() {
        places[function] = place;
    }
    let mut renumbered = Module::new();
    Renumber { found: &found, order: &order, places: &places }
        .parse_core_module(&mut renumbered, Parser::new(0), &bytes)
        .map_err(|error| anyhow!("{}: {error}", wasm.display()))?;
    fs::write(wasm, with_code_in(&order, &renumbered.finish())?)?;
    Ok(())
}

/// The functions of a wasm, as they lie.
struct Functions<'a> {
    /// How many come from outside: those have the first numbers.
    imported: u32,
    types: Vec<u32>,
    bodies: Vec<&'a [u8]>,
}

impl<'a> Functions<'a> {
    fn of(wasm: &'a [u8]) -> Result<Self> {
        let mut found = Self { imported: 0, types: Vec::new(), bodies: Vec::new() };
        for part in Parser::new(0).parse_all(wasm) {
            match part? {
                Payload::ImportSection(imports) => {
                    for import in imports.into_imports() {
                        found.imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                    }
                }
                Payload::FunctionSection(types) => found.types = types.into_iter().collect::<Result<_, _>>()?,
                Payload::CodeSectionEntry(body) => found.bodies.push(body.as_bytes()),
                _ => {}
            }
        }
        Ok(found)
    }

    /// From each function to the one most like it among those that are left.
    fn by_likeness(&self) -> Vec<usize> {
        let samples: Vec<_> = self.bodies.iter().map(|body| samples(body)).collect();
        let mut left: Vec<usize> = (0..samples.len()).collect();
        let mut order = Vec::with_capacity(left.len());
        let mut next = (!left.is_empty()).then_some(0);
        while let Some(place) = next {
            let function = left.remove(place);
            order.push(function);
            let alike = left.iter().map(|&other| alike(&samples[function], &samples[other])).enumerate();
            next = alike.max_by_key(|&(place, alike)| (alike, usize::MAX - place)).map(|(place, _)| place);
        }
        order
    }
}

/// A sample of the code: of all its pieces of four bytes that fall into one of the boxes, the smallest by hash. Two
/// functions have as many in common as they are alike.
fn samples(body: &[u8]) -> [u32; SAMPLES] {
    let mut samples = [NOTHING; SAMPLES];
    for piece in body.windows(GRAM) {
        let mixed =
            piece.iter().fold(0x811c_9dc5_u32, |hash, &byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
        let hash = (mixed ^ mixed >> 15).wrapping_mul(0x2c1b_3c6d) as usize;
        let sample = &mut samples[hash % SAMPLES];
        *sample = (*sample).min((hash / SAMPLES) as u32);
    }
    samples
}

fn alike(one: &[u32; SAMPLES], other: &[u32; SAMPLES]) -> usize {
    one.iter().zip(other).filter(|(one, other)| one == other && **one != NOTHING).count()
}

/// Names every function by its new number, wherever it is named.
struct Renumber<'a> {
    found: &'a Functions<'a>,
    order: &'a [usize],
    places: &'a [usize],
}

impl Reencode for Renumber<'_> {
    type Error = Infallible;

    fn function_index(&mut self, function: u32) -> Result<u32, Error> {
        let own = function.checked_sub(self.found.imported);
        Ok(own.map_or(function, |own| self.found.imported + self.places[own as usize] as u32))
    }

    fn parse_function_section(
        &mut self,
        section: &mut FunctionSection,
        _: FunctionSectionReader<'_>,
    ) -> Result<(), Error> {
        for &function in self.order {
            section.function(self.found.types[function]);
        }
        Ok(())
    }
}

/// The same wasm with the code of its functions in this order.
fn with_code_in(order: &[usize], wasm: &[u8]) -> Result<Vec<u8>> {
    let bodies = Functions::of(wasm)?.bodies;
    let mut module = Module::new();
    for part in Parser::new(0).parse_all(wasm) {
        match part? {
            Payload::CodeSectionStart { .. } => {
                let mut code = CodeSection::new();
                for &function in order {
                    code.raw(bodies[function]);
                }
                module.section(&code);
            }
            Payload::CodeSectionEntry(_) => {}
            part => {
                if let Some((id, range)) = part.as_section() {
                    let data = wasm.get(range).context("a section ends after its file")?;
                    module.section(&RawSection { id, data });
                }
            }
        }
    }
    Ok(module.finish())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::place;
    use wasm_encoder::{ExportKind, ExportSection, Function, TypeSection, ValType};

    /// Four functions that give a number, of which the first and the third are alike; the last calls the second.
    fn page() -> Vec<u8> {
        let (mut types, mut functions, mut exports, mut code) =
            (TypeSection::new(), FunctionSection::new(), ExportSection::new(), CodeSection::new());
        types.ty().function([], [ValType::I64]);
        let long = |number: i64| {
            let mut function = Function::new([]);
            let mut say = function.instructions();
            say.i64_const(0x1234_5678_9abc).i64_const(0x7654_3210_cba9).i64_add().i64_const(number).i64_add().end();
            function
        };
        let mut short = Function::new([]);
        short.instructions().i64_const(22).end();
        let mut calls = Function::new([]);
        calls.instructions().call(1).end();
        for function in [long(11), short, long(33), calls] {
            functions.function(0);
            code.function(&function);
        }
        exports.export("fourth", ExportKind::Func, 3);
        exports.export("third", ExportKind::Func, 2);
        let mut module = Module::new();
        module.section(&types).section(&functions).section(&exports).section(&code);
        module.finish()
    }

    #[test]
    fn what_is_alike_lies_together_and_everybody_still_calls_whom_they_called() -> Result<()> {
        let folder = place::target().join("xtask-tests/order");
        fs::create_dir_all(&folder)?;
        let file = folder.join("page.wasm");
        let before = page();
        fs::write(&file, &before)?;
        by_likeness(&file)?;
        let after = fs::read(&file)?;
        let (old, new) = (Functions::of(&before)?.bodies, Functions::of(&after)?.bodies);
        assert_eq!(&new[..3], [old[0], old[2], old[1]], "the second long one comes after the first");
        assert!(new[3].windows(2).any(|code| code == [0x10, 2]), "the short one is called by its new number");
        let exports = Parser::new(0).parse_all(&after).find_map(|part| match part {
            Ok(Payload::ExportSection(exports)) => Some(exports),
            _ => None,
        });
        let exports: Vec<_> = exports.context("exports")?.into_iter().collect::<Result<_, _>>()?;
        assert_eq!(exports.iter().map(|one| (one.name, one.index)).collect::<Vec<_>>(), [("fourth", 3), ("third", 1)]);
        Ok(())
    }
}
