import type { EvidencePack, ExportInput } from '../exporter';

/** What the pack is, what is in it, and how anyone checks it without this program and without a network. */
export function readmeText(input: ExportInput, pack: EvidencePack, contents: readonly string[]): string {
  const or = (text: string | null): string => text ?? 'not stated';
  return `EVIDENCE PACK

Case:       ${input.title}
As it stood at: ${input.generatedAt ?? 'no date'} (UTC; the last entry of the case log)
Reference:  ${or(pack.reference)}
Packed by:  ${or(pack.packedBy)}
Authority:  ${or(pack.authority)}
Program:    ${pack.tool.name} ${pack.tool.version}
Exhibits:   ${pack.sources.length} source files, listed with their SHA-256 in sources.csv. The files
            themselves are not in this pack; they stay with whoever holds them.

WHAT IS IN IT
${contents.map((line) => `  ${line}`).join('\n')}

HOW TO CHECK IT, OFFLINE
1. Unpack the ZIP. In the folder that holds bagit.txt, run one of:
     sha256sum -c manifest-sha256.txt && sha256sum -c tagmanifest-sha256.txt      (Linux)
     shasum -a 256 -c manifest-sha256.txt                                         (macOS)
     Get-FileHash -Algorithm SHA256 data\\*                                        (Windows PowerShell; compare by eye)
   Every line must say OK, and data/ must hold no file that manifest-sha256.txt does not list. Any program
   that validates BagIt (RFC 8493) does the same.
2. Hash each source file that you hold, and compare with its line in sources.csv. A file with the same SHA-256
   is the same file, to the byte.
3. Open the source file at the line that a finding cites ("file:line", the first line is 1) and read it.
4. The case log is a chain. For every line of case-log.jsonl, the SHA-256 of the JSON text
     [id,"at","actor","action","detail","previous"]
   (an array without spaces, "detail" being the string as it stands) must be its "hash", and its "previous"
   must be the hash of the line before; the first has 64 zeros.
5. With the program and the source files, "import" into a new case gives the same numbers again.

WHAT THIS SHOWS, AND WHAT NOT
Hashes show that nothing was changed since the pack was made. They do not show who made it. Keep the SHA-256 of
the ZIP itself somewhere else, or have it signed or time-stamped, if that matters.
"Lost" means: sent by the sender's log, and no receipt in a receiver's log that covers that time. It does not say
why. What could not be judged, and what was assumed, is in gaps-and-assumptions.txt: read it before any number.
`;
}
