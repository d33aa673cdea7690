//! As much of JSON Schema as our schema uses; a keyword that is not known here is an error of its own.

use serde_json::Value;

/// Every place where a value is not what the schema says, in order.
pub fn slips(schema: &Value, value: &Value) -> Vec<String> {
    let mut found = Vec::new();
    check(schema, schema, value, "", &mut found);
    found.sort();
    found
}

fn check(root: &Value, schema: &Value, value: &Value, at: &str, found: &mut Vec<String>) {
    for (keyword, rule) in schema.as_object().expect("a schema is an object") {
        let holds = match keyword.as_str() {
            "$schema" | "title" | "description" | "$defs" | "additionalProperties" => true,
            "type" => match rule {
                Value::Array(types) => types.iter().any(|name| is(value, name)),
                name => is(value, name),
            },
            "enum" => rule.as_array().expect("a list").contains(value),
            "minimum" => value.as_i64() >= rule.as_i64(),
            "required" => {
                let lacks = |key: &&Value| value.is_object() && value.get(key.as_str().expect("a name")).is_none();
                !rule.as_array().expect("a list").iter().any(|key| lacks(&key))
            }
            "properties" => {
                properties(root, schema, value, at, found);
                true
            }
            "items" => {
                for (index, item) in value.as_array().into_iter().flatten().enumerate() {
                    check(root, rule, item, &format!("{at}/{index}"), found);
                }
                true
            }
            "$ref" => {
                let pointer = rule.as_str().expect("a reference").trim_start_matches('#');
                check(root, root.pointer(pointer).expect("it leads somewhere"), value, at, found);
                true
            }
            unknown => panic!("{unknown} is not checked here"),
        };
        if !holds {
            found.push(format!("{at}: {keyword}"));
        }
    }
}

fn properties(root: &Value, schema: &Value, value: &Value, at: &str, found: &mut Vec<String>) {
    let known = &schema["properties"];
    for (key, inside) in value.as_object().into_iter().flatten() {
        match known.get(key) {
            Some(rule) => check(root, rule, inside, &format!("{at}/{key}"), found),
            None if schema["additionalProperties"] == false => found.push(format!("{at}/{key}: not in the schema")),
            None => {}
        }
    }
}

fn is(value: &Value, name: &Value) -> bool {
    match name.as_str().expect("a type's name") {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "null" => value.is_null(),
        "integer" => value.is_i64() || value.is_u64(),
        unknown => panic!("{unknown} is no type used here"),
    }
}
