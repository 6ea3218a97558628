"""What kind of file system a folder lies on: SQLite must never lie on one shared over a network."""

from pathlib import Path

NETWORKED = {
    "nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "afs", "ncpfs", "9p", "davfs",
    "fuse.sshfs", "fuse.davfs2", "fuse.rclone", "fuse.glusterfs", "glusterfs", "ceph", "lustre",
}  # fmt: skip


def file_system_of(folder: Path, mounts: str) -> str:
    """The type of the mount that holds the folder, from the text of /proc/self/mounts."""
    best, kind = "", ""
    for line in mounts.splitlines():
        _, point, found, *_ = line.split()
        point = point.replace("\\040", " ")
        inside = folder == Path(point) or Path(point) in folder.parents
        if inside and len(point) >= len(best):
            best, kind = point, found
    return kind


def is_networked(folder: Path) -> bool:
    """Is the folder shared over a network? Unknown (no /proc) counts as no."""
    mounts = Path("/proc/self/mounts")
    return mounts.exists() and file_system_of(folder, mounts.read_text()) in NETWORKED
