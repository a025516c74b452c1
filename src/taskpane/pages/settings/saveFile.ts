/** Hands a file to the browser, which keeps it where downloads go. */
export function saveFile(name: string, content: BlobPart, type: string): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // The browser reads the file after the click; a second later it has it.
  setTimeout(() => URL.revokeObjectURL(url), 1_000);
}
