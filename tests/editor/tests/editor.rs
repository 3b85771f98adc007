use std::path::Path;
use starmark_editor::*;
const FIXTURE: &str = include_str!("../fixture/page.rs");

#[test]
fn probe() {
    let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join("editor");
    let p = Project::written(&dir, "fixture", FIXTURE);
    let t = std::time::Instant::now();
    if let Err(e) = p.check() { panic!("{e}"); }
    eprintln!("check {:?}", t.elapsed());
    let mut e = Session::open(&p, FIXTURE);
    eprintln!("open {:?}", t.elapsed());
    let r = e.renamed("    pub ^count: i64,\n    pub query", "total");
    for (a, b) in FIXTURE.lines().zip(r.lines()) { if a.contains("count") { eprintln!("{} {b}", if a==b {"SAME"} else {"    "}); } }
    for piece in ["js!(s.^count);", "list.contains(&s.^count)", "&& !s.ui.^open", "js!(s.^count != 0)", "js!(s.^count += 1)", "evt.^key", "(s.^count) data-show", "patch!(s.^count", ".data_text(s.^count", "get(\"/search\").query(\"n\", s.^count", "^save::action(7)", "routes![^save", "save::^action(7)"] {
        eprintln!("--- {piece}\n{:?}\nHOVER {:?}", e.definitions(piece), e.hover(piece).chars().take(300).collect::<String>());
    }
    eprintln!("{:?}", t.elapsed());
    let r = e.renamed("js!(s.^count);", "total2");
    for (a, b) in FIXTURE.lines().zip(r.lines()) { if a.contains("count") { eprintln!("{} {b}", if a==b {"SAME"} else {"    "}); } }
    let r = e.renamed("fn ^save", "store");
    for (a, b) in FIXTURE.lines().zip(r.lines()) { if a.contains("save") { eprintln!("{} {b}", if a==b {"SAME"} else {"    "}); } }
    for (from, to, piece) in [
        ("js!(s.count);", "js!(s.);", "js!(s.^);"),
        ("js!(s.count);", "js!(s.query.);", "js!(s.query.^);"),
        ("js!(s.count);", "js!(s.ui.);", "js!(s.ui.^);"),
        ("js!(s.count);", "js!(1 + s.);", "js!(1 + s.^);"),
        ("js!(s.count);", "js!(s.co);", "js!(s.co^);"),
        ("js!(s.count != 0)", "js!(s.)", "js!(s.^)"),
        ("js!(s.count != 0)", "js!(s.query.)", "js!(s.query.^)"),
        ("js!(s.count = 1; let before = s.count; s.count += before)", "js!(s.count = 1; s.)", "js!(s.count = 1; s.^)"),
        ("js!(s.list.contains(&s.count))", "js!(s.list.contains(&s.))", "js!(s.list.contains(&s.^))"),
        ("js!(s.ui.open = evt.key == \"Enter\")", "js!(evt.)", "js!(evt.^)"),
        ("js!(s.ui.open = evt.key == \"Enter\")", "js!(evt.k)", "js!(evt.k^)"),
        ("js!(format!(\"count: {}\", s.count))", "js!(format!(\"count: {}\", s.query.trim().))", "s.query.trim().^)"),
        ("js!(s.query.repeat(3).contains(\"count\"))", "js!(el.)", "js!(el.^)"),
        ("patch!(s.count", "patch!(s.", "patch!(s.^"),
        ("(s.count) data-show", "(s.) data-show", "(s.^) data-show"),
        ("save::action(7)", "save::", "(save::^)"),
    ] {
        e.show(&FIXTURE.replace(from, to));
        let c = e.completions(piece); let mut c=c; c.sort_by(|a,b|a.sort_text.cmp(&b.sort_text));
        eprintln!("--- {piece}: {} {:?}", c.len(), c.iter().take(14).map(|c| format!("{} : {:?} {:?}", c.label, c.detail, c.label_details)).collect::<Vec<_>>());
    }
    eprintln!("{:?}", t.elapsed());
}
