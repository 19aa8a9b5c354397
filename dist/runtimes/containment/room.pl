# Starts a program in a room: Linux namespaces with mounts, processes, IPC and users of their own, in which the machine is
# read-only, and the program has no privileges and no way to any.
#
# It is Perl because one process can do all of it by system calls, where util-linux takes a process for each step; perl-base is an
# essential package of Debian and Ubuntu. It loads no module, since that would take longer than all of the rest.
#
# The plan comes through the control descriptor, which the parent keeps open for as long as the program may live: its settings, and for
# a new room its mounts, which may come later. Each is a 32-bit length and so many bytes of records; a record is a length and fields, a
# field a length and bytes. Nothing of the plan is in the arguments or the environment, where other processes could read it. Reports
# go back the same way, one a line:
#
#   room PID                  the first process in the room, by its number outside
#   started                   the room is made, and the program is being started
#   refused ERRNO             the program can't be executed
#   exit CODE, signal NUMBER  how the program ended; a room ends with the program that it was made for
#   failed STEP: REASON       the room could not be made; nothing was started
#
# A room may have a network of its own, which is nothing but a loopback. Listening sockets on it are handed to the parent through
# a further descriptor, as Node.js hands over its own to other processes of Node.js (lib/internal/child_process.js), so that
# servers of the parent can be reached in the room.
#
# Usage: room.pl MACHINE [sudo | PID [channel]]. With `sudo` it starts itself as root, which takes over the descriptors of the
# process PID (with `channel`, also that for sockets): sudo closes all but the first three.

my ($control, $channel) = (5, 6);
my @given = (3, 4);

# Numbers of system calls (asm/unistd_64.h of x86, asm-generic/unistd.h for arm64).
my %numbers = (
  x64 => {
    close => 3, dup3 => 292, execve => 59, exit_group => 231, mount => 165, mount_setattr => 442, pidfd_getfd => 438, pidfd_open => 434,
    pivot_root => 155, prctl => 157, sendmsg => 46, setgroups => 116, setns => 308, setresgid => 119, setresuid => 117, setsid => 112,
    umount2 => 166, unshare => 272,
  },
  arm64 => {
    close => 57, dup3 => 24, execve => 221, exit_group => 94, mount => 40, mount_setattr => 442, pidfd_getfd => 438, pidfd_open => 434,
    pivot_root => 41, prctl => 167, sendmsg => 211, setgroups => 159, setns => 268, setresgid => 149, setresuid => 147, setsid => 157,
    umount2 => 39, unshare => 97,
  },
);

# linux/sched.h, linux/mount.h, linux/prctl.h
my ($NEWNS, $NEWIPC, $NEWUSER, $NEWPID, $NEWNET) = (0x20000, 0x8000000, 0x10000000, 0x20000000, 0x40000000);
my ($NOSUID, $NODEV, $NOEXEC, $BIND, $REC, $PRIVATE) = (2, 4, 8, 0x1000, 0x4000, 0x40000);
my ($AT_FDCWD, $AT_RECURSIVE, $ATTR_RDONLY, $DETACH) = (-100, 0x8000, 1, 2);
my ($SET_PDEATHSIG, $CAPBSET_DROP, $SET_NO_NEW_PRIVS, $SIGKILL) = (1, 24, 38, 9);
# linux/socket.h, linux/sockios.h, linux/if.h
my ($INET, $STREAM, $DATAGRAM, $SOCKET, $RIGHTS, $SET_FLAGS, $UP) = (2, 1, 2, 1, 1, 0x8914, 1);

# Where the machine's own root is while the room is being made, and the files and folders that the room has beside it.
my ($host, $own) = ('/.host', '/.own');

my ($machine, $caller, @channels) = @ARGV;
my $number = $numbers{$machine} or exit 1;
my (@writable, @environment, @command, %passed, @map, @user, $is_early, @ports, $has_own_network);
my $made = 0;

sub report { syswrite CONTROL, "$_[0]\n" }

sub fail {
  report("failed $_[0]: $!");
  exit 1;
}

# A copy, since `syscall` takes no constants.
sub call {
  my ($name, @arguments) = @_;
  return syscall $number->{$name}, @arguments;
}

sub must {
  my $step = shift;
  my $result = call(@_);
  fail($step) if $result == -1;
  return $result;
}

sub put {
  my ($path, $text) = @_;
  open(my $file, '>', $path) or fail("write $path");
  print $file $text;
  close $file or fail("write $path");
}

sub attributes {
  my ($path, $flags, @attributes) = @_;
  my $attributes = pack 'Q4', @attributes, 0, 0;
  must("attributes $path", 'mount_setattr', $AT_FDCWD, $path, $flags, $attributes, 32);
}

# A place to mount something at: a folder or a file, with the folders above it.
sub place {
  my ($path, $is_folder) = @_;
  return if -e $path;
  my $parent = $path =~ s{/[^/]+$}{}r;
  place($parent, 1) if $parent ne '';
  if ($is_folder) { mkdir $path, 0755 or fail("folder $path") }
  else { put($path, '') }
}

sub bind_to {
  my ($from, $to) = @_;
  place($to, -d $from);
  must("bind $to", 'mount', $from, $to, 0, $BIND | $REC, 0);
}

# An empty file or folder that nothing else shows.
sub own_place {
  my ($is_folder) = @_;
  my $path = $own . '/' . ++$made;
  place($path, $is_folder);
  return $path;
}

# What a plan may say.
my %steps = (
  map => sub { @map = @_ },
  user => sub { @user = @_ },
  early => sub { $is_early = 1 },
  network => sub { ($has_own_network, @ports) = (1, @_) },
  pass => sub { $passed{$_} = 1 for @_ },
  environment => sub { @environment = @_ },
  run => sub { @command = @_ },
  folder => sub { place($_[0], 1) },
  link => sub { symlink $_[0], $_[1] or fail("link $_[1]") },
  bind => sub { bind_to("$host$_[0]", $_[1]) },
  repeat => sub { bind_to($_[0], $_[1]) },
  hide => sub {
    my ($path) = @_;
    return if !-e $path;
    bind_to(own_place(-d $path), $path);
  },
  writable => sub { push @writable, $_[0] },
  file => sub {
    my ($path, $text) = @_;
    my $copy = own_place(0);
    put($copy, $text);
    bind_to($copy, $path);
  },
  mount => sub {
    my ($type, $path, $options) = @_;
    place($path, 1);
    my $flags = $NOSUID | $NODEV | ($type eq 'proc' ? $NOEXEC : 0);
    must("mount $path", 'mount', $type, $path, $type, $flags, $options);
  },
);

sub read_bytes {
  my ($length) = @_;
  my $bytes = '';
  while (length $bytes < $length) {
    sysread CONTROL, $bytes, $length - length $bytes, length $bytes or exit 1;
  }
  return $bytes;
}

sub read_plan {
  my $plan = read_bytes(unpack 'N', read_bytes(4));
  return map { [unpack '(N/a)*', $_] } unpack '(N/a)*', $plan;
}

sub follow {
  for my $record (@_) {
    my ($step, @fields) = @$record;
    $steps{$step}->(@fields);
  }
}

# Mounts the room in the place of the machine's root. /sys is only where it is put together: nothing below it is needed for that.
sub make_room {
  must('own mounts', 'mount', 'none', '/', 0, $REC | $PRIVATE, 0);
  must('root', 'mount', 'tmpfs', '/sys', 'tmpfs', $NOSUID | $NODEV, 'mode=755');
  chdir '/sys' && mkdir ".$host" or fail('root');
  must('root', 'pivot_root', '.', ".$host");
  chdir '/' or fail('root');
  place($own, 1);
  must('root', 'mount', 'tmpfs', $own, 'tmpfs', $NOSUID | $NODEV, 'mode=755');
  follow(read_plan());
  syswrite ENDS, '.';
  leave_host() if !$is_early;
  attributes('/', $AT_RECURSIVE, $ATTR_RDONLY, 0);
  attributes($_, 0, 0, $ATTR_RDONLY) for @writable;
}

# Takes the machine's own root out of the room. The kernel may take ten milliseconds for it.
sub leave_host {
  for my $path ($own, $host) {
    must('root', 'umount2', $path, $DETACH);
    rmdir $path or fail('root');
  }
}

# The same once the root is read-only.
sub leave_host_late {
  attributes('/', 0, 0, $ATTR_RDONLY);
  leave_host();
  attributes('/', 0, $ATTR_RDONLY, 0);
}

# Becomes the program.
sub become_program {
  my ($folder, $file, @arguments) = @command;
  call('setsid');
  $passed{$_} or call('close', $_) for @given;
  # Where the program's user is root, only that takes its privileges.
  if (@user || $map[1] eq '0') { call('prctl', $CAPBSET_DROP, $_, 0, 0, 0) for 0 .. 63 }
  if (@user) {
    my ($uid, $gid, @groups) = map { 0 + $_ } @user;
    my $groups = pack 'L*', @groups;
    must('groups', 'setgroups', scalar @groups, $groups);
    must('group', 'setresgid', $gid, $gid, $gid);
    must('user', 'setresuid', $uid, $uid, $uid);
  }
  must('privileges', 'prctl', $SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  # In a room that was there before, nothing else ends it with the process that waits for it. A change of the user would undo this.
  call('prctl', $SET_PDEATHSIG, $SIGKILL, 0, 0, 0);
  chdir $folder or fail("folder $folder");
  my $argv = pack 'p*', @arguments, undef;
  my $envp = pack 'p*', @environment, undef;
  call('execve', $file, $argv, $envp);
  report('refused ' . ($! + 0));
  # It would say of handles that their descriptors are closed.
  kill 'KILL', $$;
}

# Runs in the room: starts the program, and waits for its end. All that lose their parent in the room become children too.
sub supervise {
  if (!@command) {
    $SIG{CHLD} = 'IGNORE';
    report('started');
    sleep while 1;
  }
  my $program = fork // fail('process');
  become_program() if $program == 0;
  leave_host_late() if $is_early;
  report('started');
  while ((my $ended = waitpid -1, 0) != -1) {
    next if $ended != $program;
    my $signal = $? & 127;
    report($signal ? "signal $signal" : 'exit ' . ($? >> 8));
    exit 0;
  }
}

sub enter_room {
  my ($pid) = @_;
  my %kinds = (user => $NEWUSER, net => $NEWNET, mnt => $NEWNS, ipc => $NEWIPC, pid => $NEWPID);
  my @names = (($caller ? () : 'user'), ($has_own_network ? 'net' : ()), qw(mnt ipc pid));
  my @files = map {
    open(my $file, '<', "/proc/$pid/ns/$_") or fail("enter the $_ namespace");
    $file;
  } @names;
  must('enter', 'setns', fileno $files[$_], $kinds{$names[$_]}) for 0 .. $#names;
}

# Makes the namespaces. The mounts of the room are made by its first process, which alone can have a /proc of them.
sub leave_machine {
  must('namespaces', 'unshare', $NEWNS | $NEWIPC | $NEWPID | (@map ? $NEWUSER : 0) | ($has_own_network ? $NEWNET : 0));
  map_user() if @map;
  make_network() if $has_own_network;
}

sub map_user {
  my ($host_uid, $uid, $host_gid, $gid) = @map;
  put('/proc/self/setgroups', 'deny');
  put('/proc/self/uid_map', "$uid $host_uid 1");
  put('/proc/self/gid_map', "$gid $host_gid 1");
  # A program can't have further namespaces of users, in which it would have privileges.
  put('/proc/sys/user/max_user_namespaces', '0');
}

# Brings the loopback up, and hands the parent a socket for each port that it serves.
sub make_network {
  socket(my $any, $INET, $DATAGRAM, 0) or fail('network');
  my $request = pack 'a16 s x22', 'lo', $UP;
  ioctl($any, $SET_FLAGS, $request) or fail('network');
  return if !@ports;
  open(my $answers, '+<&=', $channel) or fail('network');
  for my $port (@ports) {
    socket(my $listener, $INET, $STREAM, 0) or fail("port $port");
    bind($listener, pack 'S n C4 x8', $INET, $port, 127, 0, 0, 1) && listen($listener, 511) or fail("port $port");
    hand_over($listener, $port);
    sysread $answers, my $taken, 1024 or fail("port $port");
  }
}

# sendmsg(2), cmsg(3)
sub hand_over {
  my ($listener, $port) = @_;
  my $text = qq({"cmd":"NODE_HANDLE","type":"net.Native","msg":"$port"}\n);
  my $parts = pack 'P Q', $text, length $text;
  my $rights = pack 'Q i i i x4', 20, $SOCKET, $RIGHTS, fileno $listener;
  my $message = pack 'Q L x4 P Q P Q i x4', 0, 0, $parts, 1, $rights, length $rights, 0;
  must("port $port", 'sendmsg', $channel, $message, 0);
}

# Takes the descriptors of the process that asked sudo for this one.
sub take_descriptors {
  my $process = call('pidfd_open', 0 + $caller, 0);
  my @wanted = (@given, $control, @channels ? $channel : ());
  my $spare = 20;
  # All are taken before any is put in its place, which another one may still have.
  for my $index (0 .. $#wanted) {
    my $taken = call('pidfd_getfd', $process, $wanted[$index], 0);
    next if $taken == -1;
    call('dup3', $taken, $spare + $index, 0);
    call('close', $taken);
  }
  call('close', $process);
  for my $index (0 .. $#wanted) {
    call('dup3', $spare + $index, $wanted[$index], 0);
    call('close', $spare + $index);
  }
}

sub main {
  if (defined $caller && $caller eq 'sudo') {
    my $own = $$;
    my $root = fork // exit 1;
    exec '/usr/bin/sudo', '-n', $^X, $0, $machine, $own, @channels if $root == 0;
    waitpid $root, 0;
    exit 0;
  }
  take_descriptors() if $caller;
  open(CONTROL, '+<&=', $control) or exit 1;
  my ($first, @settings) = read_plan();
  my ($way, $pid) = @$first;
  follow(@settings);
  if ($way eq 'join') { enter_room($pid) }
  else { leave_machine() }
  pipe(ENDED, ENDS) or fail('process');
  my $inside = fork // fail('process');
  if ($inside == 0) {
    close ENDED;
    call('prctl', $SET_PDEATHSIG, $SIGKILL, 0, 0, 0);
    make_room() if $way ne 'join';
    supervise();
    exit 0;
  }
  close ENDS;
  report("room $inside");
  # The mounts come through the control descriptor, too.
  sysread ENDED, my $mounted, 1 if $way ne 'join';
  # Ends the room with the parent, and itself with the room.
  my $watched = '';
  vec($watched, $_, 1) = 1 for fileno ENDED, $control;
  select(my $ready = $watched, undef, undef, undef);
  kill 'KILL', $inside;
  waitpid $inside, 0;
  # Perl would first take all apart that it has made.
  call('exit_group', 0);
}

main();
