use starmark::sse::ExecuteScript;

fn main() {
    let next = String::from("https://evil.example");
    let _ = ExecuteScript::redirect(next);
    let _ = ExecuteScript::redirect("/board");
    let _ = ExecuteScript::replace_url("/board");
}
