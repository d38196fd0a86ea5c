"""The command line: `python -m server`, which runs the server, and a few commands beside.

python -m server                  run it
python -m server check            check agendas and plan templates
python -m server demo             a workshop full of simulated people, to look at
python -m server backup FILE      copy everything, encrypted, also while the server runs
python -m server restore FILE     put such a copy in place
python -m server verify           try out on a running server what it promises
python -m server manifests        write what meeting programs need to show our pages
python -m server protocol         write client/src/protocol.gen.ts
python -m server openapi          print the description of the HTTP interface
"""

import sys
from pathlib import Path
from typing import Any

import click

ROOT = Path(__file__).parents[1]


@click.group(invoke_without_command=True)
@click.pass_context
def main(context: click.Context) -> None:
    """Folkmoot, a whiteboard that carries a group through a workshop."""
    if context.invoked_subcommand is None:
        context.invoke(run)


@main.command()
def run() -> None:
    """Run the server. Settings come from the environment; see server/README.md."""
    from server import transport  # noqa: PLC0415 - before all else, because it patches what they import

    transport.patch()
    from server.running import run_server  # noqa: PLC0415

    sys.exit(run_server())


@main.command()
@click.option("--agenda", default="hats-problem-60", show_default=True, help="The agenda: a file in templates/agendas.")
@click.option("--people", default=8, show_default=True, type=click.IntRange(1, 50), help="How many simulated people.")
@click.option("--pace", default=10.0, show_default=True, type=click.FloatRange(0.1, 600), help="Seconds for each step.")
@click.option(
    "--lead", type=click.Choice(["simulated", "me"]), default="simulated", show_default=True, help="Who leads."
)
@click.option("--url", default="", help="The address of a server that runs already.")
@click.option("--code", default="", help="The code that this server asks of those who make a workshop.")
@click.option("--once", is_flag=True, help="End when the workshop is over.")
def demo(lead: str, **wishes: Any) -> None:  # noqa: ANN401 - the fields of Wishes
    """Open a workshop in which simulated people write, vote and move on."""
    from server.demo.show import Wishes, run_demo  # noqa: PLC0415 - only what this command needs

    sys.exit(run_demo(Wishes(human_leads=lead == "me", **wishes)))


@main.command()
@click.argument("what", default="templates")
def check(what: str) -> None:
    """Check the agendas and plan templates in a folder (`templates`)."""
    from server.agendas import agenda_warnings  # noqa: PLC0415 - only what this command needs
    from server.agendas import check as check_templates  # noqa: PLC0415

    folder = ROOT / "templates" if what in {"agendas", "templates"} else Path(what)
    problems = check_templates(folder)
    for line in agenda_warnings(folder):
        click.echo(line)
    for line in problems:
        click.echo(line, err=True)
    if problems:
        sys.exit(1)
    click.echo("All agendas and plan templates can be used.")


KEY = click.option(
    "--key", type=click.Path(path_type=Path), help="A file that holds the key; else a passphrase is asked."
)
FILE = click.argument("file", type=click.Path(path_type=Path))


@main.command()
@FILE
@KEY
def backup(file: Path, key: Path | None) -> None:
    """Copy everything to a new FILE, encrypted, also while the server runs. A missing key is made."""
    from server.backup import BackupError, back_up, long_enough, secret_of  # noqa: PLC0415
    from server.settings import BadSetting, read  # noqa: PLC0415

    try:
        settings = read()
        if key is None:
            typed = click.prompt("Passphrase for this backup", hide_input=True, confirmation_prompt=True)
            secret, made = long_enough(typed.encode()), False
        else:
            secret, made = secret_of(key, make=True)
        size = back_up(settings, file, secret)
    except (BackupError, BadSetting) as error:
        raise SystemExit(str(error)) from None
    if made:
        click.echo(f"A new key was made: {key}. Without it nobody can open the backup. Keep it in another place.")
    click.echo(f"Everything is in {file} ({size} bytes).")


@main.command()
@FILE
@KEY
@click.option("--replace", is_flag=True, help="Also where there are workshops: they go for good.")
def restore(file: Path, key: Path | None, replace: bool) -> None:  # noqa: FBT001 - click passes a flag so
    """Put the backup in FILE in place. The server has to be stopped."""
    from server.backup import BackupError, secret_of  # noqa: PLC0415
    from server.backup import restore as put_in_place  # noqa: PLC0415
    from server.settings import BadSetting, read  # noqa: PLC0415

    try:
        settings = read()
        typed = "" if key else click.prompt("Passphrase of this backup", hide_input=True)
        secret = secret_of(key, make=False)[0] if key else typed.encode()
        put_in_place(settings, file, secret, replace=replace)
    except (BackupError, BadSetting) as error:
        raise SystemExit(str(error)) from None
    click.echo(f"Everything of {file} is in place. Start the server.")


def _report(_context: click.Context, _parameter: click.Parameter, file: Path | None) -> Path | None:
    if file is not None and file.suffix not in {".md", ".html"}:
        raise click.BadParameter("its name must end in .md or .html")
    return file


@main.command()
@click.option("--url", default="", help="The address of the server, if it is not the one on this computer.")
@click.option("--code", default="", help="The code that it asks of those who make a workshop.")
@click.option("--report", type=click.Path(path_type=Path), callback=_report, help="Write it to this .md or .html file.")
@click.option("--log", type=click.Path(path_type=Path, exists=True), help="The server's log, to be read as well.")
@click.option("--given", is_flag=True, hidden=True, help="By the server itself: the workshop comes on standard input.")
def verify(url: str, code: str, report: Path | None, log: Path | None, given: bool) -> None:  # noqa: FBT001 - click
    """Try out on the running server, in a workshop made for that, what it promises; print a report.

    Start it with the same settings as the server, so that it finds what is stored. The exit code is 0
    when every promise that could be checked held.
    """
    import json  # noqa: PLC0415 - only what this command needs

    from server.settings import BadSetting, read  # noqa: PLC0415
    from server.verify.command import Wishes, run_for_server, run_verify  # noqa: PLC0415

    try:
        settings = read()
    except BadSetting as error:
        raise SystemExit(str(error)) from None
    address = url.rstrip("/") or f"http://127.0.0.1:{settings.port}"
    if given:
        sys.exit(run_for_server(Wishes(address, made=json.load(sys.stdin)), settings))
    sys.exit(run_verify(Wishes(address, code or settings.creation_code, report, log), settings))


@main.command()
@click.option("--public-url", required=True, help="The address people use, such as https://board.example.org.")
@click.option("--host", "hosts", default="", help="Only these programs, with commas between: zoom,teams,…")
@click.option("--out", type=click.Path(path_type=Path), default=Path("manifests"), show_default=True, help="A folder.")
def manifests(public_url: str, hosts: str, out: Path) -> None:
    """Write the files that meeting programs need to show our pages, with what to do with each. Nothing is sent."""
    from server.manifests.ids import BadAddress, asked  # noqa: PLC0415 - only what this command needs
    from server.manifests.writing import MANIFESTS, write  # noqa: PLC0415
    from server.settings import BadSetting, read  # noqa: PLC0415

    chosen = tuple(hosts.split(",")) if hosts else tuple(MANIFESTS)
    unknown = [one for one in chosen if one not in MANIFESTS]
    if unknown:
        raise SystemExit(f"{unknown[0]} is none of the programs. They are: {', '.join(MANIFESTS)}.")
    try:
        written = write(asked(public_url, read().hosts), chosen, out)
    except (BadAddress, BadSetting) as error:
        raise SystemExit(str(error)) from None
    except OSError as error:
        raise SystemExit(f"The files cannot be written ({error.strerror}). Were the screens built?") from None
    for path in written:
        click.echo(str(path))


@main.command()
@click.option("--print", "printed", is_flag=True, help="Print it instead of writing the file.")
def protocol(printed: bool) -> None:  # noqa: FBT001 - click passes a flag so
    """Write the protocol for the client: client/src/protocol.gen.ts."""
    from server.protocol import render  # noqa: PLC0415 - only what this command needs

    if printed:
        click.echo(render(), nl=False)
    else:
        (ROOT / "client" / "src" / "protocol.gen.ts").write_text(render(), encoding="utf-8")


@main.command()
def openapi() -> None:
    """Print the OpenAPI description of the HTTP interface."""
    import orjson  # noqa: PLC0415 - only what this command needs

    from server.openapi import describe  # noqa: PLC0415

    click.echo(orjson.dumps(describe(), option=orjson.OPT_INDENT_2).decode())


if __name__ == "__main__":
    main(prog_name="folkmoot")
