//! The shell of `.ci/release.yml` comes to packages that hold what they should, and what is said about installing them
//! works in a home where there is nothing. What takes a compiler, root or a registry is left to `.ci/run`.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;

use crate::support::{Folder, PROGRAM, Ran, root, run};

const VERSION: &str = env!("CARGO_PKG_VERSION");
const MUSL: &str = "x86_64-unknown-linux-musl";
const WINDOWS: &str = "x86_64-pc-windows-gnu";
const MACS: [&str; 2] = ["aarch64-apple-darwin", "x86_64-apple-darwin"];

/// A licence in the folder of the project that is of no library.
const STRAY: &str = "Copyright (c) Nobody in particular";

/// What the release calls and does not have here. A program is built together with what cargo leaves beside it; a
/// package is packed less tightly, since it is thrown away.
const STAND_INS: [(&str, &str); 9] = [
    ("bin/sudo", r#"exec "$@""#),
    ("bin/apt-get", ""),
    ("bin/rustup", ""),
    ("bin/gh", r#"printf '%s\n' "$@" > "$DESK/published""#),
    ("work/.ci/package/try-alone", r#"[ -x "$1" ]"#),
    ("work/.ci/package/try-deb", r#"[ -s "$1" ]"#),
    ("work/.ci/package/crate", r#"echo x > "target/package/duly-$VERSION.crate""#),
    ("work/.ci/package/sbom", r#"echo x > "target/package/duly-$VERSION-x86_64-unknown-linux-musl.cdx.json""#),
    (
        "work/.ci/package/build",
        r#"folder=target/$1/release; mkdir -p "$folder"
        case $1 in
          *-windows-*) echo x > "$folder/duly.exe" ;;
          *-musl) cp "$DESK/duly" "$folder/duly" ;;
          *) printf '#!/bin/sh\n' > "$folder/duly"; chmod +x "$folder/duly" ;;
        esac
        echo x > "$folder/duly.d"; echo x > "$folder/libduly.rlib""#,
    ),
];

/// A clone of this project as a runner has it, and programs on its path.
struct Runner(Folder);

impl Runner {
    fn new() -> Runner {
        let runner = Runner(Folder::new());
        ["work", "bin", "home"].iter().for_each(|name| runner.0.make(name));
        let copied = "git ls-files -z --cached --others --exclude-standard | xargs -0 cp --parents -t \"$DESK/work\"";
        runner.ran(root(), copied, &[]).done();
        let clone = "strip -o \"$DESK/duly\" \"$PROGRAM\" && git init -q && git add -A && \
                     git -c user.name=A -c user.email=a@example.com commit -qm 'All of it'";
        runner.ran(&runner.work(), clone, &[("PROGRAM".to_owned(), PROGRAM.to_owned())]).done();
        let own = [
            ("bin/cargo", format!("[ \"$1\" = install ] || exec '{}' \"$@\"", env!("CARGO"))),
            ("bin/dpkg-deb", "exec /usr/bin/dpkg-deb $(echo \"$@\" | sed 's/-Zxz/-Znone/')".to_owned()),
            ("bin/gzip", "exec /usr/bin/gzip $(echo \"$@\" | sed 's/-9n/-1n/')".to_owned()),
        ];
        let all = STAND_INS.map(|(name, script)| (name, script.to_owned()));
        for (name, script) in all.into_iter().chain(own) {
            runner.0.write(name, format!("#!/bin/bash\nset -e\n{script}\n"));
            fs::set_permissions(runner.0.at(name), fs::Permissions::from_mode(0o755)).unwrap();
        }
        runner
    }

    fn work(&self) -> PathBuf {
        self.0.at("work")
    }

    /// The shell of a step, as runners run it where no shell is named.
    fn ran(&self, folder: &Path, script: &str, variables: &[(String, String)]) -> Ran {
        let mut shell = Command::new("/bin/bash");
        shell.current_dir(folder).args(["-e", "-c", script]);
        let path = format!("{}:{}", self.0.at("bin").display(), std::env::var("PATH").unwrap());
        shell.env("PATH", path).env("DESK", self.0.path()).env("VERSION", VERSION).env("LC_ALL", "C.UTF-8");
        shell.env("GITHUB_REF_NAME", format!("v{VERSION}")).envs(variables.iter().cloned());
        shell.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        run(shell)
    }

    /// The steps of a job, for one row of its matrix. What is handed on loses its mode, as it does there.
    fn job(&self, job: &Value, matrix: &Value) {
        for step in job["steps"].as_array().unwrap() {
            let told = |text: &Value| {
                let mut text = text.as_str().unwrap().to_owned();
                for (name, value) in matrix.as_object().into_iter().flatten() {
                    text = text.replace(&format!("${{{{ matrix.{name} }}}}"), value.as_str().unwrap());
                }
                assert!(!text.contains("${{"), "{text}");
                text
            };
            if step["run"].is_string() {
                let folder = self.work().join(step["working-directory"].as_str().unwrap_or("."));
                let ran = self.ran(&folder, &told(&step["run"]), &[]);
                assert_eq!(ran.code, 0, "{}: {}", step["run"], ran.said());
            } else if step["uses"].as_str().unwrap().starts_with("actions/upload-artifact@") {
                let (name, path) = (told(&step["with"]["name"]), told(&step["with"]["path"]));
                let take = format!("for file in {path}; do install -D -m 644 -t ../built/{name} \"$file\"; done");
                self.ran(&self.work(), &take, &[]).done();
            }
        }
    }

    /// The whole release, in a folder where packages of other versions lie, and a licence of something else.
    fn release(&self) {
        let text = fs::read_to_string(root().join(".ci/release.yml")).unwrap();
        let jobs = &serde_yaml::from_str::<Value>(&text).unwrap()["jobs"];
        for row in jobs["linux-and-windows"]["strategy"]["matrix"]["include"].as_array().unwrap() {
            self.job(&jobs["linux-and-windows"], row);
        }
        for target in jobs["macos"]["strategy"]["matrix"]["target"].as_array().unwrap() {
            self.job(&jobs["macos"], &serde_json::json!({ "target": target }));
        }
        fs::remove_dir_all(self.work().join("target")).unwrap();
        fs::rename(self.0.at("built"), self.work().join("built")).unwrap();
        for other in ["0.1.0.crate".to_owned(), format!("{VERSION}-rc.1-{MUSL}.tar.gz")] {
            self.0.write(format!("work/target/package/duly-{other}"), "x");
        }
        self.0.write("work/target/other/LICENSE", STRAY);
        self.job(&jobs["packages"], &Value::Null);
    }

    /// What a line of a shell says in the folder of the packages.
    fn told(&self, script: &str) -> String {
        self.ran(&self.work().join("target/package"), script, &[]).done().out
    }

    /// Lines of a shell, in a folder with the packages and in a home where there is nothing.
    fn typed(&self, script: &str) {
        let home = Folder::new();
        let variables = [("HOME".to_owned(), home.path().display().to_string())];
        let ran = self.ran(&self.work().join("target/package"), script, &variables);
        assert_eq!(ran.code, 0, "{script}: {}", ran.said());
    }
}

/// The block of `docs/install.md` in which a line begins so.
fn block(start: &str) -> String {
    let page = fs::read_to_string(root().join("docs/install.md")).unwrap();
    let blocks: Vec<&str> =
        page.split("```").skip(1).step_by(2).filter_map(|block| block.strip_prefix("sh\n")).collect();
    let found = blocks.into_iter().find(|block| block.lines().any(|line| line.starts_with(start)));
    assert!(found.is_some(), "no block has {start}");
    found.unwrap().to_owned()
}

fn archive(target: &str) -> String {
    format!("duly-{VERSION}-{target}.tar.gz")
}

#[test]
#[ignore = "needs Debian's tools for packages: see CONTRIBUTING.md"]
fn the_release_makes_what_can_be_installed() {
    let runner = Runner::new();
    runner.release();
    let deb = format!("duly_{VERSION}-1_{}.deb", runner.told("dpkg --print-architecture").trim());
    let zip = format!("duly-{VERSION}-{WINDOWS}.zip");
    let others = ["duly-V.crate", "duly-V-x86_64-unknown-linux-musl.cdx.json", "SHA256SUMS"]
        .map(|name| name.replace("-V", &format!("-{VERSION}")));
    let packages = [archive(MUSL), archive(MACS[0]), archive(MACS[1]), zip.clone(), deb.clone()];
    let published = runner.0.read("published");
    for name in packages.iter().chain(&others) {
        assert!(published.lines().any(|line| line == name), "{name} is not among {published}");
    }
    let is_other = published.contains("0.1.0") || published.contains("-rc.1");
    assert!(!is_other && published.contains("--draft"), "{published}");
    assert!(runner.0.read("work/notes.md").starts_with(&format!("## {VERSION}")));
    hold_what_they_should(&runner, &zip, &deb);
    can_be_installed(&runner);
}

fn hold_what_they_should(runner: &Runner, zip: &str, deb: &str) {
    let files = runner.told(&format!("python3 -m zipfile -l {zip}"));
    for name in ["duly.exe", "INSTALL.txt", "NOTICES.txt", "completions/duly.ps1"] {
        assert!(files.contains(&format!("/{name} ")), "{name} is not among {files}");
    }
    for target in [MUSL].into_iter().chain(MACS) {
        let files = runner.told(&format!("tar -tvzf {}", archive(target)));
        assert!(files.lines().any(|line| line.starts_with("-rwxr-xr-x") && line.ends_with("/duly")), "{files}");
        for name in ["INSTALL.txt", "man/duly-assess.1", "completions/duly.bash", "completions/_duly"] {
            assert!(files.contains(&format!("/{name}\n")), "{name} is not among {files}");
        }
    }
    // only what is linked with musl has its allocator in it
    let named = |read: &str| {
        let told = runner.told(read);
        assert!(told.contains("The Rust Project Developers") && !told.contains(STRAY), "{read}");
        assert_eq!(told.contains("\nmimalloc "), told.contains("Rich Felker"), "{read}");
        told.contains("\nmimalloc ")
    };
    let notices = |target: &str| format!("tar -xzOf {} --wildcards '*/NOTICES.txt'", archive(target));
    let in_deb = format!("dpkg-deb --fsys-tarfile {deb} | tar -xO ./usr/share/doc/duly/NOTICES.gz | gzip -d");
    assert!(named(&notices(MUSL)) && named(&in_deb) && !named(&notices(MACS[0])));
}

fn can_be_installed(runner: &Runner) {
    let top = format!("duly-{VERSION}-{MUSL}");
    let works = "export PATH=\"$HOME/.local/bin:$PATH\"; [ \"$(command -v duly)\" = \"$HOME/.local/bin/duly\" ]; \
                 duly --version";
    runner.typed(&format!("{}{works}", block("tar -xzf ")));
    let install = runner.told(&format!("tar -xzOf {} {top}/INSTALL.txt", archive(MUSL)));
    let typed: Vec<&str> = install.lines().filter_map(|line| line.strip_prefix("    ")).collect();
    assert!(typed.len() > 5, "{install}");
    let placed = "[ -s ~/.local/share/man/man1/duly-assess.1 ]; [ -s ~/.config/fish/completions/duly.fish ]";
    runner.typed(&format!("cd {top}\n{}\n{works}; {placed}", typed.join("\n")));
}

#[test]
fn completions_and_manual_pages_are_put_into_a_fresh_home() {
    let [bin, home] = [Folder::new(), Folder::new()];
    std::os::unix::fs::symlink(PROGRAM, bin.at("duly")).unwrap();
    let mut shell = Command::new("/bin/bash");
    shell.current_dir(home.path()).args(["-e", "-c", &block("duly generate completions")]);
    let path = format!("{}:{}", bin.path().display(), std::env::var("PATH").unwrap());
    shell.env_clear().env("PATH", path).env("HOME", home.path()).env("LC_ALL", "C");
    shell.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    run(shell).done();
    assert!(home.at(".local/share/bash-completion/completions/duly").exists());
    assert!(home.at(".local/share/man/man1/duly-assess.1").exists());
}

/// The names of packages have the version in them, which is not the one before.
#[test]
fn the_page_about_installing_names_the_packages_of_this_version() {
    let page = fs::read_to_string(root().join("docs/install.md")).unwrap();
    let names = page.split(|c: char| c.is_whitespace() || c == '/' || c == '`');
    let named = |name: &&str| {
        let version = name.strip_prefix("duly-").or_else(|| name.strip_prefix("duly_"));
        version.is_some_and(|version| version.starts_with(|c: char| c.is_ascii_digit() || c == '*'))
    };
    let names: Vec<&str> = names.filter(named).collect();
    assert!(names.len() >= 3, "{names:?}");
    let of_others = |name: &&&str| !name[5..].starts_with(&format!("{VERSION}-"));
    assert_eq!(names.iter().filter(of_others).collect::<Vec<_>>(), Vec::<&&str>::new());
}
