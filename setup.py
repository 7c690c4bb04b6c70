"""What pyproject.toml cannot say: an editable install has its bytecode from the start.

pip compiles what it installs, but not what an editable install leaves where it is. Where
PYTHONDONTWRITEBYTECODE is set, as in many images, every command would compile the judge again, which takes
longer than judging.
"""

from compileall import compile_dir

from setuptools import setup
from setuptools.command.editable_wheel import editable_wheel


class CompiledEditableWheel(editable_wheel):
    """The usual command, and then the bytecode of the package, for the Python that installs it."""

    def run(self) -> None:
        super().run()
        compile_dir("judge", quiet=2)


setup(cmdclass={"editable_wheel": CompiledEditableWheel})
