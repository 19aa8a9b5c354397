"use strict";
exports.id = 642;
exports.ids = [642];
exports.modules = {

/***/ 1642:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runCommand: () => (/* binding */ runCommand)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/src/diagnostics/user-error.js
var user_error = __webpack_require__(3001);
// EXTERNAL MODULE: ./lib/src/process/settles-within.js
var settles_within = __webpack_require__(626);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./lib/src/process/process-group.js
var process_group = __webpack_require__(3083);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:fs/promises"
var external_node_fs_promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
;// CONCATENATED MODULE: ./lib/src/process/process-tree.js



/**
 * The processes that descend from any of some processes, at this moment: children, their children, and so on.
 * Linux is asked by /proc, Windows by CIM, everything else by `ps`.
 * @param without processes that are left out, with all that descends from them
 */
async function descendantsOf(rootPids, without = new Set()) {
    const children = new Map();
    for (const { pid, parentPid } of await processes()) {
        const siblings = children.get(parentPid);
        if (siblings === undefined)
            children.set(parentPid, [pid]);
        else
            siblings.push(pid);
    }
    const found = new Set();
    const open = [...rootPids];
    for (let parent = open.pop(); parent !== undefined; parent = open.pop()) {
        for (const pid of children.get(parent) ?? []) {
            if (found.has(pid) || without.has(pid))
                continue;
            found.add(pid);
            open.push(pid);
        }
    }
    return found;
}
/**
 * The processes that were started with a variable in their environment, whoever their parent is by now.
 * Only Linux tells; elsewhere the set is empty.
 */
async function processesWith(variable, value) {
    if (process.platform !== 'linux')
        return new Set();
    const setting = `${variable}=${value}`;
    const pids = await linuxPids();
    const marked = await Promise.all(pids.map(async (pid) => {
        const environment = await (0,external_node_fs_promises_.readFile)(`/proc/${pid}/environ`, 'latin1').catch(() => '');
        return environment.split('\0').includes(setting);
    }));
    return new Set(pids.filter((_, index) => marked[index]));
}
async function processes() {
    if (process.platform === 'linux')
        return linuxProcesses();
    const [program, args] = process.platform === 'win32'
        ? ['powershell.exe', ['-NoProfile', '-Command', windowsListing]]
        : ['ps', ['-A', '-o', 'pid=,ppid=']];
    const listing = (0,external_node_util_.promisify)(external_node_child_process_.execFile)(program, args, { windowsHide: true, maxBuffer: 16 * 1024 * 1024 });
    const { stdout } = await listing;
    return stdout
        .split('\n')
        .map((line) => line.trim().split(/\s+/).map(Number))
        .flatMap(([pid, parentPid]) => pid && parentPid !== undefined && pid !== listing.child.pid ? [{ pid, parentPid }] : []);
}
const windowsListing = "Get-CimInstance Win32_Process | ForEach-Object { '{0} {1}' -f $_.ProcessId, $_.ParentProcessId }";
async function linuxProcesses() {
    const entries = await Promise.all((await linuxPids()).map(async (pid) => {
        const stat = await (0,external_node_fs_promises_.readFile)(`/proc/${pid}/stat`, 'latin1').catch(() => '');
        // `pid (name) state ppid …`, where the name may hold spaces and parentheses. A zombie is already gone.
        const [state, parentPid] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
        return { pid, parentPid: Number(parentPid), alive: state !== undefined && state !== '' && state !== 'Z' };
    }));
    return entries.filter(({ alive }) => alive);
}
async function linuxPids() {
    return (await (0,external_node_fs_promises_.readdir)('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
}
//# sourceMappingURL=process-tree.js.map
;// CONCATENATED MODULE: ./lib/src/process/tracked-processes.js




const markerName = 'INVOKE_LOCAL_COMMAND';
const graceMs = 1_000;
const pollMs = 25;
/** Settles when nothing is tracked, where only one thing can be at a time. */
let untracked = Promise.resolve();
/**
 * Starts to track what is started with a marker. Linux finds it by the marker, wherever it has gone by then. Elsewhere
 * it is whatever descends from this process, did not when the tracking began, and is none of our own groups, so that one waits
 * for the other; what has left the tree is not found there.
 */
async function trackProcesses() {
    return process.platform === 'linux' ? track(new Set()) : trackAlone();
}
async function trackAlone() {
    const turn = untracked;
    let isDone = () => { };
    untracked = new Promise((resolve) => {
        isDone = resolve;
    });
    await turn;
    try {
        const { marker, end } = track(await descendantsOf([process.pid]));
        return { marker, end: () => end().finally(isDone) };
    }
    catch (error) {
        isDone();
        throw error;
    }
}
function track(before) {
    const marker = (0,external_node_crypto_.randomUUID)();
    const left = async () => {
        if (process.platform === 'linux') {
            const marked = await processesWith(markerName, marker);
            return marked.size === 0 ? marked : new Set([...marked, ...(await descendantsOf(marked))]);
        }
        const found = await descendantsOf([process.pid], (0,process_group/* startedLeaders */.QH)());
        for (const pid of before)
            found.delete(pid);
        return found;
    };
    return {
        marker: { [markerName]: marker },
        async end() {
            const killTime = performance.now() + graceMs;
            const giveUpTime = killTime + graceMs;
            const told = new Set();
            for (let pids = await left(); pids.size > 0 && performance.now() < giveUpTime; pids = await left()) {
                const final = performance.now() >= killTime;
                for (const pid of pids) {
                    if (final)
                        send(pid, 'SIGKILL');
                    else if (!told.has(pid))
                        send(pid, 'SIGTERM');
                    told.add(pid);
                }
                await (0,promises_.setTimeout)(pollMs);
            }
        },
    };
}
function send(pid, signal) {
    try {
        process.kill(pid, signal);
    }
    catch {
        // It has ended in the meantime.
    }
}
//# sourceMappingURL=tracked-processes.js.map
;// CONCATENATED MODULE: ./lib/src/event/bounded-transcript.js
/** What is kept of the start and of the end of what a command printed, in bytes. */
const keptBytes = 4096;
/** What a command printed, in the order in which it came, of which only the head and the tail are kept. */
class BoundedTranscript {
    #head = Buffer.alloc(0);
    #tail = Buffer.alloc(0);
    #omittedBytes = 0;
    add(chunk) {
        const room = keptBytes - this.#head.length;
        if (room > 0)
            this.#head = Buffer.concat([this.#head, chunk.subarray(0, room)]);
        const rest = chunk.subarray(Math.max(0, room));
        if (rest.length === 0)
            return;
        const tail = Buffer.concat([this.#tail, rest.subarray(-keptBytes)]);
        this.#omittedBytes += this.#tail.length + rest.length - Math.min(tail.length, keptBytes);
        this.#tail = Buffer.from(tail.subarray(-keptBytes));
    }
    /** The end of a sentence that shows what was printed. */
    shown() {
        if (this.#head.length === 0)
            return ', and printed nothing.';
        const text = this.#omittedBytes === 0
            ? decode(Buffer.concat([this.#head, this.#tail]))
            : `${decode(this.#head)}\n… ${this.#omittedBytes} bytes left out …\n${decode(this.#tail)}`;
        return `. It printed:\n${text.trimEnd()}`;
    }
}
/** Decodes a piece of UTF-8 whose first and last characters may be cut: those are left out. */
function decode(bytes) {
    return bytes.toString().replace(/^\ufffd+|\ufffd+$/g, '');
}
//# sourceMappingURL=bounded-transcript.js.map
// EXTERNAL MODULE: ./lib/src/event/limits.js
var limits = __webpack_require__(6185);
;// CONCATENATED MODULE: ./lib/src/event/command.js







const defaultTimeoutMs = 60_000;
const byteOrderMarkBytes = 3;
/** The command's standard input is empty: an open pipe would hold what reads it until the time limit. */
const noInput = 'exec < /dev/null; ';
/** How long the pipes are read on after the command has ended, in ms: something it left behind may hold them. */
const drainMs = 500;
/** How long the command's end is waited for after it was forced, in ms. */
const forcedEndMs = 2_000;
/**
 * Runs a command with bash, in the service's root, and gives what it prints on standard output.
 * Nothing that it starts outlives it, its time limit or the abort of the signal.
 * @throws UserError where it fails, takes too long, or prints more than Lambda takes.
 */
async function runCommand(command, tools) {
    const { root, signal, commandTimeoutMs = defaultTimeoutMs } = tools;
    const { exec } = await __webpack_require__.e(/* import() */ 260).then(__webpack_require__.bind(__webpack_require__, 1260));
    const environment = await tools.environment();
    const processes = await trackProcesses();
    const transcript = new BoundedTranscript();
    const stop = new AbortController();
    const output = [];
    let outputBytes = 0;
    const running = exec(`"${bash()}"`, ['--noprofile', '--norc', '-eo', 'pipefail', '-c', noInput + command], {
        cwd: root,
        env: { ...environment, ...processes.marker },
        silent: true,
        ignoreReturnCode: true,
        delay: drainMs,
        listeners: {
            stdout: (chunk) => {
                transcript.add(chunk);
                outputBytes += chunk.length;
                if (outputBytes <= limits/* maxEventBytes */.I + byteOrderMarkBytes)
                    output.push(chunk);
                else
                    stop.abort((0,limits/* eventTooLarge */.K)("The output of the event's command"));
            },
            stderr: (chunk) => transcript.add(chunk),
        },
    });
    const timer = setTimeout(() => stop.abort(tooLong(commandTimeoutMs, transcript)), commandTimeoutMs);
    const onAbort = () => stop.abort(signal.reason);
    signal.addEventListener('abort', onAbort, { once: true });
    const stopped = new Promise((_, reject) => {
        stop.signal.addEventListener('abort', () => reject(stop.signal.reason), { once: true });
    });
    if (signal.aborted)
        onAbort();
    try {
        const exitCode = await Promise.race([running, stopped]).catch((error) => {
            throw stop.signal.aborted ? error : notStarted(error);
        });
        if (exitCode !== 0)
            throw failed(exitCode, transcript);
        return Buffer.concat(output);
    }
    finally {
        clearTimeout(timer);
        signal.removeEventListener('abort', onAbort);
        await processes.end();
        if (stop.signal.aborted)
            await (0,settles_within/* settlesWithin */.o)(running.catch(() => { }), forcedEndMs);
    }
}
/** On Windows Git's own bash: the one on PATH may be that of the Linux subsystem, which sees other files. */
function bash() {
    if (process.platform !== 'win32')
        return 'bash';
    const folders = [process.env['ProgramFiles'], process.env['ProgramW6432'], process.env['LOCALAPPDATA']];
    const candidates = folders.flatMap((folder) => folder === undefined
        ? []
        : [(0,external_node_path_.join)(folder, 'Git', 'bin', 'bash.exe'), (0,external_node_path_.join)(folder, 'Programs', 'Git', 'bin', 'bash.exe')]);
    return candidates.find((candidate) => (0,external_node_fs_.existsSync)(candidate)) ?? 'bash';
}
function notStarted(error) {
    return new user_error/* UserError */.y({
        code: 'event-command-failed',
        message: `The event's command could not be started: ${error.message}`,
        hint: 'It is run with bash, which must be on PATH.',
        cause: error,
    });
}
function failed(exitCode, transcript) {
    const how = exitCode === null ? 'was ended by a signal' : `ended with exit code ${exitCode}`;
    return new user_error/* UserError */.y({ code: 'event-command-failed', message: `The event's command ${how}${transcript.shown()}` });
}
function tooLong(timeoutMs, transcript) {
    return new user_error/* UserError */.y({
        code: 'event-command-timeout',
        message: `The event's command did not end within ${timeoutMs / 1000} s${transcript.shown()}`,
    });
}
//# sourceMappingURL=command.js.map

/***/ })

};
;