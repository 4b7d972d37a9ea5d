/** Files that run when somebody opens them, pages among them: a board may serve one as its own. By name, as mail providers refuse them, and by content: names lie. */

const endings = new Set(
  `ade adp apk app appinstaller application appref-ms appx appxbundle bas bat cab chm cmd com command cpl crt deb desktop dex diagcab
   diagpkg dll dmg dylib elf ex ex_ exe gadget grp hlp hta img inf ins iso isp jar jnlp job js jse lib library-ms lnk mad maf mam maq mar
   mas mat mau mav maw mda mdb mde mdt mdw mdz msc msh msh1 msh1xml msh2 msh2xml mshxml msi msix msixbundle msp mst nsh ocx one ops out
   pcd pif pkg pl prf prg printerexport ps1 ps1xml ps2 ps2xml psc1 psc2 psd1 psdm1 psm1 py pyc pyo pyw pyz pyzw rb reg rpm scf scr sct
   search-ms settingcontent-ms sh shb shs so sys theme tmp udl url vb vbe vbp vbs vhd vhdx vsmacros vxd webpnp website ws wsb wsc wsf wsh
   xbap xll xnk
   htm html mht mhtml shtml svg svgz xht xhtml
   docm dotm pptm potm ppam ppsm sldm xlam xlm xlsb xlsm xltm`.split(/\s+/),
);

/** How such files begin, as bytes in Latin 1. */
const beginnings: readonly string[] = [
  '\x7FELF',
  '\xFE\xED\xFA\xCE',
  '\xFE\xED\xFA\xCF',
  '\xCE\xFA\xED\xFE',
  '\xCF\xFA\xED\xFE',
  '\xCA\xFE\xBA\xBE',
  'L\0\0\0\x01\x14\x02\0',
  'ITSF',
  'dex\n',
  '!<arch>',
  '\xED\xAB\xEE\xDB',
  '[InternetShortcut]',
];

/** Whether a file is one that runs. `name` is clean: no path, no dots or blanks at its end. */
export function isDangerous(name: string, bytes: Uint8Array): boolean {
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  const start = Buffer.from(bytes.subarray(0, 128)).toString('latin1');
  if (endings.has(ending) || beginnings.some((beginning) => start.startsWith(beginning))) return true;
  return isProgram(start) || /^#! ?\//.test(start) || isInstaller(bytes);
}

/** Two letters are not enough to tell a program of Windows from a table with the heading "MZ". */
function isProgram(start: string): boolean {
  return start.startsWith('MZ') && start.includes('\0');
}

/** Office documents and installers are files of one format; the root entry of an installer's directory has this class. */
const installerClasses = [
  '82100c0000000000c000000000000046',
  '84100c0000000000c000000000000046',
  '86100c0000000000c000000000000046',
];

function isInstaller(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.length < 512 || file.toString('hex', 0, 8) !== 'd0cf11e0a1b11ae1') return false;
  const sector = file.readUInt16LE(30) === 12 ? 4096 : 512;
  const root = (file.readUInt32LE(48) + 1) * sector;
  return installerClasses.includes(file.toString('hex', root + 80, root + 96));
}
