/* Loaded before libc: the N-th call that would change something below one folder fails.
 *
 * FAILING_BELOW   the folder, absolute
 * FAILING_COUNT   a file of 8 bytes that counts such calls in all processes together
 * FAILING_AT      which call fails first; 0 for none
 * FAILING_ERROR   the error number; 0 kills the process by SIGKILL instead
 * FAILING_ONCE    "1": that call alone fails, else all from then on
 *
 * A full disk takes half of a longer write before it refuses, as real ones do.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

static char below[PATH_MAX];
static size_t below_length;
static volatile long long *count;
static long long fails_at;
static int error_number = ENOSPC;
static int only_once;

__attribute__((constructor)) static void set_up(void)
{
    const char *folder = getenv("FAILING_BELOW"), *counter = getenv("FAILING_COUNT");
    int descriptor;
    void *page;
    if (!folder || !counter)
        return;
    descriptor = REAL(open)(counter, O_RDWR);
    if (descriptor < 0)
        return;
    page = mmap(NULL, 8, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0);
    REAL(close)(descriptor);
    if (page == MAP_FAILED)
        return;
    fails_at = getenv("FAILING_AT") ? atoll(getenv("FAILING_AT")) : 0;
    error_number = getenv("FAILING_ERROR") ? atoi(getenv("FAILING_ERROR")) : ENOSPC;
    only_once = getenv("FAILING_ONCE") && getenv("FAILING_ONCE")[0] == '1';
    snprintf(below, sizeof below, "%s", folder);
    below_length = strlen(below);
    count = page;
}

static int is_below(const char *path)
{
    return count && path && !strncmp(path, below, below_length)
        && (path[below_length] == '/' || !path[below_length]);
}

static int descriptor_is_below(int descriptor)
{
    char link[64], path[PATH_MAX];
    ssize_t length;
    int before = errno;
    if (!count)
        return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    length = readlink(link, path, sizeof path - 1);
    errno = before;
    if (length < 0)
        return 0;
    path[length] = 0;
    return is_below(path);
}

/* 0: goes on; 1: the first to fail; 2: a later one */
static int turn(void)
{
    long long now = __sync_add_and_fetch(count, 1);
    if (!fails_at || now < fails_at || (only_once && now > fails_at))
        return 0;
    if (!error_number)
        kill(getpid(), SIGKILL);
    errno = error_number;
    return now == fails_at ? 1 : 2;
}

static int refuses_path(const char *path) { return is_below(path) && turn(); }
static int refuses_descriptor(int descriptor) { return descriptor_is_below(descriptor) && turn(); }

/* A file that is there can be opened on a full disk, but not on one that is read-only. */
static int refuses_open(const char *path, int flags)
{
    int before = errno, there;
    if (!is_below(path) || (flags & O_DIRECTORY) == O_DIRECTORY)
        return 0;
    there = access(path, F_OK) == 0;
    errno = before;
    if (!(flags & O_CREAT) || there)
        if (error_number == ENOSPC || error_number == EIO || (flags & O_ACCMODE) == O_RDONLY)
            return 0;
    return turn();
}

/* How much of a write is taken: all, half, or -1 for none. */
static ssize_t taken(int descriptor, size_t size)
{
    int which = descriptor_is_below(descriptor) ? turn() : 0;
    if (!which)
        return size;
    return which == 1 && !only_once && error_number == ENOSPC && size > 1 ? (ssize_t)(size / 2) : -1;
}

#define OPEN(name)                                                        \
    int name(const char *path, int flags, ...)                            \
    {                                                                     \
        va_list rest;                                                     \
        mode_t mode;                                                      \
        va_start(rest, flags);                                            \
        mode = va_arg(rest, mode_t);                                      \
        va_end(rest);                                                     \
        return refuses_open(path, flags) ? -1 : REAL(name)(path, flags, mode); \
    }
OPEN(open)
OPEN(open64)

#define OPENAT(name)                                                      \
    int name(int folder, const char *path, int flags, ...)                \
    {                                                                     \
        va_list rest;                                                     \
        mode_t mode;                                                      \
        va_start(rest, flags);                                            \
        mode = va_arg(rest, mode_t);                                      \
        va_end(rest);                                                     \
        return refuses_open(path, flags) ? -1 : REAL(name)(folder, path, flags, mode); \
    }
OPENAT(openat)
OPENAT(openat64)

#define FOPEN(name)                                                       \
    FILE *name(const char *path, const char *mode)                        \
    {                                                                     \
        int flags = strpbrk(mode, "wa+") ? O_RDWR | O_CREAT : O_RDONLY;   \
        return refuses_open(path, flags) ? NULL : REAL(name)(path, mode); \
    }
FOPEN(fopen)
FOPEN(fopen64)

ssize_t write(int descriptor, const void *data, size_t size)
{
    ssize_t some = taken(descriptor, size);
    return some < 0 ? -1 : REAL(write)(descriptor, data, some);
}

#define PWRITE(name, offset_type)                                         \
    ssize_t name(int descriptor, const void *data, size_t size, offset_type at) \
    {                                                                     \
        ssize_t some = taken(descriptor, size);                           \
        return some < 0 ? -1 : REAL(name)(descriptor, data, some, at);    \
    }
PWRITE(pwrite, off_t)
PWRITE(pwrite64, off64_t)

#define ON_DESCRIPTOR(name, parameters, arguments)                        \
    int name parameters { return refuses_descriptor(descriptor) ? -1 : REAL(name) arguments; }
ON_DESCRIPTOR(ftruncate, (int descriptor, off_t size), (descriptor, size))
ON_DESCRIPTOR(ftruncate64, (int descriptor, off64_t size), (descriptor, size))
ON_DESCRIPTOR(fsync, (int descriptor), (descriptor))
ON_DESCRIPTOR(fdatasync, (int descriptor), (descriptor))
ON_DESCRIPTOR(fallocate, (int descriptor, int mode, off_t at, off_t size), (descriptor, mode, at, size))
ON_DESCRIPTOR(fallocate64, (int descriptor, int mode, off64_t at, off64_t size), (descriptor, mode, at, size))

int posix_fallocate(int descriptor, off_t at, off_t size)
{
    return refuses_descriptor(descriptor) ? error_number : REAL(posix_fallocate)(descriptor, at, size);
}

#define ON_DESCRIPTOR_SIZED(name, parameters, arguments)                  \
    ssize_t name parameters { return refuses_descriptor(descriptor) ? -1 : REAL(name) arguments; }
ON_DESCRIPTOR_SIZED(writev, (int descriptor, const struct iovec *parts, int n), (descriptor, parts, n))
ON_DESCRIPTOR_SIZED(pwritev, (int descriptor, const struct iovec *parts, int n, off_t at), (descriptor, parts, n, at))
ON_DESCRIPTOR_SIZED(pwritev64, (int descriptor, const struct iovec *parts, int n, off64_t at), (descriptor, parts, n, at))
ON_DESCRIPTOR_SIZED(copy_file_range, (int from, off64_t *a, int descriptor, off64_t *b, size_t n, unsigned f), (from, a, descriptor, b, n, f))

ssize_t sendfile(int descriptor, int from, off_t *at, size_t n)
{
    ssize_t (*real)(int, int, off_t *, size_t) = dlsym(RTLD_NEXT, "sendfile");
    return refuses_descriptor(descriptor) ? -1 : real(descriptor, from, at, n);
}

ssize_t sendfile64(int descriptor, int from, off64_t *at, size_t n)
{
    ssize_t (*real)(int, int, off64_t *, size_t) = dlsym(RTLD_NEXT, "sendfile64");
    return refuses_descriptor(descriptor) ? -1 : real(descriptor, from, at, n);
}

#define ON_PATH(name, parameters, arguments)                              \
    int name parameters { return refuses_path(path) ? -1 : REAL(name) arguments; }
ON_PATH(mkdir, (const char *path, mode_t mode), (path, mode))
ON_PATH(mkdirat, (int folder, const char *path, mode_t mode), (folder, path, mode))
ON_PATH(truncate, (const char *path, off_t size), (path, size))
ON_PATH(truncate64, (const char *path, off64_t size), (path, size))
ON_PATH(rename, (const char *from, const char *path), (from, path))
ON_PATH(renameat, (int a, const char *from, int b, const char *path), (a, from, b, path))
ON_PATH(renameat2, (int a, const char *from, int b, const char *path, unsigned flags), (a, from, b, path, flags))
ON_PATH(link, (const char *from, const char *path), (from, path))
ON_PATH(symlink, (const char *to, const char *path), (to, path))

/* Deleting and changing modes need no room, but a disk that is read-only refuses them too. */
#define UNLESS_FULL(name, parameters, arguments)                          \
    int name parameters                                                   \
    { return error_number != ENOSPC && refuses_path(path) ? -1 : REAL(name) arguments; }
UNLESS_FULL(unlink, (const char *path), (path))
UNLESS_FULL(unlinkat, (int folder, const char *path, int flags), (folder, path, flags))
UNLESS_FULL(rmdir, (const char *path), (path))
UNLESS_FULL(chmod, (const char *path, mode_t mode), (path, mode))
