//! What pages are made of: one file per component, with its style of the same name in `style/components/`.

pub mod picture;
