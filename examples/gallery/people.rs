//! People who do not exist, for the demos that show some.

/// Their names.
pub(crate) const PEOPLE: [&str; 24] = [
    "Ada Lindqvist",
    "Amir Haddad",
    "Beatriz Moreno",
    "Bram de Vries",
    "Chiara Ricci",
    "Chidi Okafor",
    "Dana Weiss",
    "Elif Demir",
    "Felix Brandt",
    "Freya Olsen",
    "Grace Mwangi",
    "Hana Novak",
    "Hugo Lambert",
    "Ines Carvalho",
    "Jonas Keller",
    "Kenji Mori",
    "Leila Rahimi",
    "Mateo Vargas",
    "Nadia Petrova",
    "Owen Byrne",
    "Priya Nair",
    "Rosa Jimenez",
    "Sven Dahl",
    "Yara Haddad",
];

/// The address of a person.
pub(crate) fn email(name: &str) -> String {
    let first = name.split(' ').next().unwrap_or_default();
    format!("{}@example.org", first.to_lowercase())
}
