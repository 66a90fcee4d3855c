import { engineForTests } from "../unit/fixtures/engine-for-tests";
import { offersFor, readRows, TABLE, writeTable } from "./report";

void engineForTests().then((engine) => {
  const offers = offersFor(engine, readRows());
  writeTable(offers);
  const count = (list: readonly (readonly unknown[])[]): number =>
    list.filter(({ length }) => length > 0).length;
  console.log(
    `${offers.length} rows, ${count(offers.map(({ forward }) => forward))} forward, ${count(offers.map(({ back }) => back))} back: ${TABLE}`,
  );
  for (const { row, forward, back } of offers) {
    if (row.forward !== "" && forward.length === 0)
      console.log(`nothing forward: ${row.id} (${row.forward})`);
    if (row.back !== "" && back.length === 0) console.log(`nothing back: ${row.id} (${row.back})`);
  }
});
