const Nothing = () => null;

/** Stands in for cmdk in the deployed Worker: the palette is opened in a browser only. */
export const Command = Object.assign(() => null, {
  Group: Nothing,
  Input: Nothing,
  Item: Nothing,
  List: Nothing,
});
