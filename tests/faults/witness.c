/* Writes down every file operation of a process, and lets a chosen one fail; see process.py.

   Loaded before libc. One record an operation is appended to the file $WITNESS_LOG:

       kind dev inode offset size length-of-path\n  path  size bytes of data

   with the kinds W(rite), T(runcate to offset), S(ync), F(ailed sync), D(irectory synced), L(ink:
   a name was made), M(kdir), U(nlink), R(ename: size bytes of data are the new name).

   $WITNESS_FAULT is a file of four 64-bit numbers, shared by all processes: how many more
   operations pass before one fails (0: none fails), the error, whether all later ones fail as
   well, and how many have failed. Only regular files in $WITNESS_FOLDER and its names count.  */

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;
static int log_fd = -1;
static int64_t *fault;
static char folder[PATH_MAX];

static ssize_t raw_write(int fd, const void *data, size_t size) {
    return syscall(SYS_write, fd, data, size);
}

__attribute__((constructor)) static void begin(void) {
    const char *name = getenv("WITNESS_LOG");
    if (name)
        log_fd = syscall(SYS_openat, AT_FDCWD, name, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
    if (log_fd >= 0 && log_fd < 200) {          /* out of the way of what the program counts */
        int high = syscall(SYS_fcntl, log_fd, F_DUPFD_CLOEXEC, 200);
        if (high >= 0) { syscall(SYS_close, log_fd); log_fd = high; }
    }
    if ((name = getenv("WITNESS_FOLDER")))
        snprintf(folder, sizeof folder, "%s", name);
    if ((name = getenv("WITNESS_FAULT"))) {
        int fd = syscall(SYS_openat, AT_FDCWD, name, O_RDWR | O_CLOEXEC, 0);
        if (fd >= 0) {
            void *map = mmap(NULL, 32, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
            if (map != MAP_FAILED) fault = map;
            syscall(SYS_close, fd);
        }
    }
}

static void tell(char kind, const struct stat *of, int64_t offset, const void *data, size_t size,
                 const char *path) {
    if (log_fd < 0) return;
    int kept = errno;
    char head[160];
    size_t long_path = strlen(path);
    int n = snprintf(head, sizeof head, "%c %lu %lu %ld %zu %zu\n", kind,
                     of ? (unsigned long)of->st_dev : 0UL, of ? (unsigned long)of->st_ino : 0UL,
                     (long)offset, size, long_path);
    struct iovec parts[] = {{head, n}, {(void *)path, long_path}, {(void *)data, size}};
    syscall(SYS_writev, log_fd, parts, 3);
    errno = kept;
}

/* The absolute name, its folder's links resolved, so that one file has one name. */
static void whole_name(int at, const char *path, char *out) {
    char joined[2 * PATH_MAX], parent[PATH_MAX], link[64];
    if (path[0] == '/' ) snprintf(joined, sizeof joined, "%s", path);
    else {
        char base[PATH_MAX] = "";
        if (at == AT_FDCWD) { if (!getcwd(base, sizeof base)) base[0] = 0; }
        else {
            snprintf(link, sizeof link, "/proc/self/fd/%d", at);
            ssize_t n = readlink(link, base, sizeof base - 1);
            base[n > 0 ? n : 0] = 0;
        }
        snprintf(joined, sizeof joined, "%s/%s", base, path);
    }
    char *slash = strrchr(joined, '/');
    *slash = 0;
    if (!realpath(*joined ? joined : "/", parent)) snprintf(parent, sizeof parent, "%s", joined);
    snprintf(out, PATH_MAX, "%.2000s/%.2000s", parent, slash + 1);
}

static int inside(const char *path) {
    size_t n = strlen(folder);
    return n && !strncmp(path, folder, n) && (path[n] == '/' || !path[n]);
}

/* Whether an operation on this name is the one that fails; -shm is no file to SQLite. */
static int fails(const char *path) {
    size_t n = strlen(path);
    if (!fault || fault[0] <= 0 || !inside(path) || (n > 4 && !strcmp(path + n - 4, "-shm"))) return 0;
    if (__atomic_sub_fetch(&fault[0], 1, __ATOMIC_SEQ_CST) > 0) return 0;
    if (fault[2]) fault[0] = 1;
    fault[3]++;
    errno = (int)fault[1];
    return 1;
}

static int name_of(int fd, struct stat *of, char *path) {
    char link[64];
    if (fstat(fd, of) || !(S_ISREG(of->st_mode) || S_ISDIR(of->st_mode))) return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t n = readlink(link, path, PATH_MAX - 1);
    path[n > 0 ? n : 0] = 0;
    return n > 0;
}

static int do_open(int at, const char *path, int flags, mode_t mode) {
    char name[PATH_MAX];
    struct stat before, of;
    if (!(flags & (O_CREAT | O_TRUNC)) || (flags & O_PATH)) return syscall(SYS_openat, at, path, flags, mode);
    pthread_mutex_lock(&turn);
    whole_name(at, path, name);
    int was = !fstatat(at, path, &before, 0);
    int fd = -1;
    if (was || !fails(name)) fd = syscall(SYS_openat, at, path, flags, mode);
    if (fd >= 0 && !fstat(fd, &of) && S_ISREG(of.st_mode)) {
        if (!was) tell('L', &of, 0, "", 0, name);
        else if ((flags & O_TRUNC) && before.st_size) tell('T', &of, 0, "", 0, name);
    }
    pthread_mutex_unlock(&turn);
    return fd;
}

#define OPENED()                                                                                   \
    mode_t mode = 0;                                                                               \
    if (flags & (O_CREAT | __O_TMPFILE)) { va_list rest; va_start(rest, flags); mode = va_arg(rest, mode_t); va_end(rest); }
int open(const char *path, int flags, ...) { OPENED() return do_open(AT_FDCWD, path, flags, mode); }
int open64(const char *path, int flags, ...) { OPENED() return do_open(AT_FDCWD, path, flags | O_LARGEFILE, mode); }
int openat(int at, const char *path, int flags, ...) { OPENED() return do_open(at, path, flags, mode); }
int openat64(int at, const char *path, int flags, ...) { OPENED() return do_open(at, path, flags | O_LARGEFILE, mode); }
int creat(const char *path, mode_t mode) { return do_open(AT_FDCWD, path, O_CREAT | O_WRONLY | O_TRUNC, mode); }
int creat64(const char *path, mode_t mode) { return creat(path, mode); }

static ssize_t do_write(int fd, const void *data, size_t size, off_t offset) {
    char path[PATH_MAX];
    struct stat of;
    if (!name_of(fd, &of, path) || !S_ISREG(of.st_mode))
        return offset < 0 ? raw_write(fd, data, size) : syscall(SYS_pwrite64, fd, data, size, offset);
    pthread_mutex_lock(&turn);
    ssize_t done = -1;
    if (!fails(path))
        done = offset < 0 ? raw_write(fd, data, size) : syscall(SYS_pwrite64, fd, data, size, offset);
    if (done > 0) tell('W', &of, offset < 0 ? lseek(fd, 0, SEEK_CUR) - done : offset, data, done, path);
    pthread_mutex_unlock(&turn);
    return done;
}
ssize_t write(int fd, const void *data, size_t size) { return do_write(fd, data, size, -1); }
ssize_t pwrite(int fd, const void *data, size_t size, off_t at) { return do_write(fd, data, size, at); }
ssize_t pwrite64(int fd, const void *data, size_t size, off_t at) { return do_write(fd, data, size, at); }
ssize_t writev(int fd, const struct iovec *parts, int count) {
    ssize_t all = 0;
    for (int i = 0; i < count; i++) {
        ssize_t one = do_write(fd, parts[i].iov_base, parts[i].iov_len, -1);
        if (one < 0) return all ? all : -1;
        all += one;
        if ((size_t)one < parts[i].iov_len) break;
    }
    return all;
}

/* Copies inside the kernel are refused as unknown, so that the caller writes what it copies. */
ssize_t sendfile(int out, int in, off_t *at, size_t size) { (void)out; (void)in; (void)at; (void)size; errno = EINVAL; return -1; }
ssize_t sendfile64(int out, int in, off_t *at, size_t size) { return sendfile(out, in, at, size); }
ssize_t copy_file_range(int in, off64_t *a, int out, off64_t *b, size_t size, unsigned flags) { (void)in; (void)a; (void)out; (void)b; (void)size; (void)flags; errno = ENOSYS; return -1; }
int fallocate(int fd, int mode, off_t at, off_t size) { (void)fd; (void)mode; (void)at; (void)size; errno = EOPNOTSUPP; return -1; }
int fallocate64(int fd, int mode, off_t at, off_t size) { return fallocate(fd, mode, at, size); }

int ftruncate(int fd, off_t size) {
    char path[PATH_MAX];
    struct stat of;
    if (!name_of(fd, &of, path)) return syscall(SYS_ftruncate, fd, size);
    pthread_mutex_lock(&turn);
    int done = fails(path) ? -1 : (int)syscall(SYS_ftruncate, fd, size);
    if (!done) tell('T', &of, size, "", 0, path);
    pthread_mutex_unlock(&turn);
    return done;
}
int ftruncate64(int fd, off_t size) { return ftruncate(fd, size); }
int truncate(const char *path, off_t size) {
    int fd = syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CLOEXEC, 0);
    if (fd < 0) return -1;
    int done = ftruncate(fd, size);
    syscall(SYS_close, fd);
    return done;
}
int truncate64(const char *path, off_t size) { return truncate(path, size); }

static int do_sync(int fd, long number) {
    char path[PATH_MAX];
    struct stat of;
    if (!name_of(fd, &of, path)) return syscall(number, fd);
    pthread_mutex_lock(&turn);
    int done = fails(path) ? -1 : (int)syscall(number, fd);
    if (done) tell('F', &of, 0, "", 0, path);
    else tell(S_ISDIR(of.st_mode) ? 'D' : 'S', &of, 0, "", 0, path);
    pthread_mutex_unlock(&turn);
    return done;
}
int fsync(int fd) { return do_sync(fd, SYS_fsync); }
int fdatasync(int fd) { return do_sync(fd, SYS_fdatasync); }

int renameat2(int from_at, const char *from, int to_at, const char *to, unsigned flags) {
    char source[PATH_MAX], target[PATH_MAX];
    pthread_mutex_lock(&turn);
    whole_name(from_at, from, source);
    whole_name(to_at, to, target);
    int done = fails(source) ? -1 : (int)syscall(SYS_renameat2, from_at, from, to_at, to, flags);
    if (!done) tell('R', NULL, 0, target, strlen(target), source);
    pthread_mutex_unlock(&turn);
    return done;
}
int renameat(int a, const char *from, int b, const char *to) { return renameat2(a, from, b, to, 0); }
int rename(const char *from, const char *to) { return renameat2(AT_FDCWD, from, AT_FDCWD, to, 0); }

int linkat(int from_at, const char *from, int to_at, const char *to, int flags) {
    char target[PATH_MAX];
    struct stat of;
    pthread_mutex_lock(&turn);
    whole_name(to_at, to, target);
    int done = fails(target) ? -1 : (int)syscall(SYS_linkat, from_at, from, to_at, to, flags);
    if (!done && !fstatat(to_at, to, &of, AT_SYMLINK_NOFOLLOW)) tell('L', &of, 1, "", 0, target);
    pthread_mutex_unlock(&turn);
    return done;
}
int link(const char *from, const char *to) { return linkat(AT_FDCWD, from, AT_FDCWD, to, 0); }

int unlinkat(int at, const char *path, int flags) {
    char name[PATH_MAX];
    pthread_mutex_lock(&turn);
    whole_name(at, path, name);
    int done = fails(name) ? -1 : (int)syscall(SYS_unlinkat, at, path, flags);
    if (!done) tell('U', NULL, 0, "", 0, name);
    pthread_mutex_unlock(&turn);
    return done;
}
int unlink(const char *path) { return unlinkat(AT_FDCWD, path, 0); }
int rmdir(const char *path) { return unlinkat(AT_FDCWD, path, AT_REMOVEDIR); }

int mkdirat(int at, const char *path, mode_t mode) {
    char name[PATH_MAX];
    struct stat of;
    pthread_mutex_lock(&turn);
    whole_name(at, path, name);
    int done = fails(name) ? -1 : (int)syscall(SYS_mkdirat, at, path, mode);
    if (!done && !fstatat(at, path, &of, 0)) tell('M', &of, 0, "", 0, name);
    pthread_mutex_unlock(&turn);
    return done;
}
int mkdir(const char *path, mode_t mode) { return mkdirat(AT_FDCWD, path, mode); }
