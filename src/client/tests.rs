//! Which copies are embedded, and under which address.

use super::*;

const COPY: &[u8] = b"// Datastar v1.0.4\nexport {};\n";

fn problem(bytes: &[u8]) -> String {
    check(bytes).map_or_else(String::new, |message| message.as_str().to_owned())
}

#[test]
fn the_address_follows_the_bytes() {
    static CLIENT: Client = Client::new(COPY);
    static OTHER: Client = Client::new(b"// Datastar v1.0.4\nexport { };\n");
    let digits = std::str::from_utf8(&fingerprint::of(COPY))
        .map(str::to_owned)
        .expect("digits");
    assert_eq!(CLIENT.path(), format!("/datastar-1.0.4-{digits}.js"));
    assert_eq!(CLIENT.etag(), format!("\"{digits}\""));
    assert_eq!(CLIENT.bytes(), COPY);
    assert_ne!(CLIENT.path(), OTHER.path());
    assert_eq!(
        CLIENT.script().to_string(),
        format!(
            "<script type=\"module\" src=\"{}\"></script>",
            CLIENT.path()
        ),
    );
}

#[test]
fn the_banner_may_end_anyhow() {
    for copy in [
        "// Datastar v1.0.4",
        "// Datastar v1.0.4\r\nx",
        "// Datastar v1.0.4 \nx",
    ] {
        assert_eq!(problem(copy.as_bytes()), "");
    }
}

#[test]
fn another_version_is_refused() {
    for version in ["1.0.3", "1.0.40", "1.0", "1.0.4-RC.1", ""] {
        let copy = format!("// Datastar v{version}\nx");
        let expected = format!(
            "this file is version {version} of the Datastar client, and Starmark writes for 1.0.4;"
        );
        let problem = problem(copy.as_bytes());
        assert!(problem.starts_with(&expected), "{problem}");
        assert!(problem.ends_with(CDN), "{problem}");
    }
}

#[test]
fn what_is_no_client_is_refused() {
    for copy in [
        "",
        "<!doctype html>",
        "// Datastar",
        "\u{feff}// Datastar v1.0.4\n",
        "\n// Datastar v1.0.4\n",
        "ééééééé",
    ] {
        let problem = problem(copy.as_bytes());
        assert!(
            problem.starts_with("this file is no Datastar client"),
            "{copy}: {problem}"
        );
        assert!(problem.ends_with(CDN), "{problem}");
    }
}

#[test]
fn a_file_that_is_too_large_is_refused() {
    let mut copy = COPY.to_vec();
    copy.resize(Client::LIMIT, b' ');
    assert_eq!(problem(&copy), "");
    copy.push(b' ');
    assert!(problem(&copy).contains("256 KiB"));
}

#[test]
fn long_versions_fit_in_the_message() {
    let copy = format!("// Datastar v{}\n", "9".repeat(400));
    assert!(problem(copy.as_bytes()).ends_with(CDN));
}
