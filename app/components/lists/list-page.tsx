import { SlidersHorizontal } from "lucide-react";
import { lazy, type ReactNode, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import type { FilterProblem } from "~/domain/filters/find-problem";
import type { ListCount } from "~/domain/filters/list-count.server";
import { listSearch } from "~/domain/views/list-address";
import { useFormat } from "~/i18n/use-format";
import { BulkNotices } from "../bulk/bulk-notices";
import { ExportMenu } from "../exports/export-menu";
import { Banner } from "../ui/banner";
import { Button } from "../ui/button";
import { LinkButton } from "../ui/link-button";
import { PageHeader } from "../ui/page-header";
import { Pagination } from "../ui/pagination";
import { SearchBox } from "../ui/search-box";
import { FilterChipsBar } from "./filter-chips-bar";
import { ListCard } from "./list-card";
import { chooseColumns, type ListColumn } from "./list-columns";
import { type ListFacts, ListProvider, useList } from "./list-context";
import { listCount } from "./list-count";
import { ListTable } from "./list-table";
import { NothingFound } from "./nothing-found";
import { SelectionBar } from "./selection-bar";
import { useListCount } from "./use-list-count";
import { useSelection } from "./use-selection";
import { ViewTabs } from "./view-tabs";

const ViewOptions = lazy(() => import("./view-options").then((file) => ({ default: file.ViewOptions })));

type ListPageProps<T extends { id: string }> = {
  title: string;
  searchLabel: string;
  list: {
    rows: T[];
    previous: string | null;
    next: string | null;
    count: number | null;
    isCountBounded: boolean;
    counting: Promise<ListCount | null> | null;
    problem: FilterProblem | null;
  };
  /** All that can be shown; the first names the record. */
  columns: ListColumn<T>[];
  usualColumns: readonly string[];
  sorts: { name: string; label: string }[];
  nameOf: (row: T) => string;
  /** What an empty list says where nothing is narrowed. */
  empty: ReactNode;
  /** Says what could be tried, where it is not the usual. */
  nothingKey?: string | undefined;
  /** A line below the rows. */
  note?: ReactNode;
  action?: ReactNode;
};

/** A noun's list: views, filters, selection, table, pages. */
export function ListPage<T extends { id: string }>({
  facts,
  ...props
}: ListPageProps<T> & { facts: ListFacts }) {
  return (
    <ListProvider facts={facts}>
      <ListBody {...props} />
    </ListProvider>
  );
}

function ListBody<T extends { id: string }>(props: ListPageProps<T>) {
  const { title, searchLabel, list, columns, usualColumns, sorts, nameOf, empty, nothingKey, note, action } =
    props;
  const { t } = useTranslation("lists");
  const format = useFormat();
  const { noun, base, params, setting, choices, to } = useList();
  const [hasOptions, setOptions] = useState(false);
  const { q, filter, sort, order } = params;
  const { rows, previous, next, problem } = list;
  const shown = chooseColumns(columns, params.columns ?? setting.columns, usualColumns);
  const query = { q, filter, sort, order };
  const counted = useListCount(list, query);
  // Whoever selects all before they are counted is told how many are seen, and that there are more.
  const atLeast = counted ?? { count: rows.length, isCountBounded: true };
  const hasMore = previous !== null || next !== null;
  const selection = useSelection({ ...atLeast, hasMore, ids: rows.map(({ id }) => id), query });
  const isNarrowed = q !== "" || (filter?.rules.length ?? 0) > 0;
  const pageTo = (cursor: { after?: string; before?: string }) =>
    listSearch(noun, { ...params, after: undefined, before: undefined, ...cursor });
  const kept = Object.fromEntries(new URLSearchParams(to({ q: "" })));
  return (
    <>
      <PageHeader
        title={title}
        count={problem || !counted ? undefined : listCount(format, counted)}
        action={action}
      />
      <BulkNotices base={base} />
      <ViewTabs />
      {selection.size > 0 ? (
        <SelectionBar state={selection} {...atLeast} />
      ) : (
        <FilterChipsBar
          end={
            <>
              {choices.mayExport && rows.length > 0 && (
                <ExportMenu
                  base={base}
                  noun={noun}
                  rows={{ query }}
                  columns={shown.map(({ name }) => name)}
                />
              )}
              <Button size="small" variant="ghost" onClick={() => setOptions(true)}>
                <SlidersHorizontal aria-hidden="true" />
                <span className="max-sm:sr-only">{t("options.button")}</span>
              </Button>
            </>
          }
        >
          <SearchBox label={searchLabel} value={q} keep={kept} />
        </FilterChipsBar>
      )}
      {problem && (
        <Banner
          tone="warn"
          className="mb-4"
          title={t(`problems.${problem}`)}
          action={
            <LinkButton size="small" to="?view=all">
              {t("filter.clear")}
            </LinkButton>
          }
        />
      )}
      <ListCard
        rows={rows.length}
        empty={
          isNarrowed || problem || (list.count ?? 0) > 0 ? (
            <NothingFound of={noun} bodyKey={nothingKey} />
          ) : (
            empty
          )
        }
        footer={
          <Pagination
            previousTo={previous && pageTo({ before: previous })}
            nextTo={next && pageTo({ after: next })}
          >
            {rows.length > 0 && (note ?? (q ? t("searchNote") : null))}
          </Pagination>
        }
      >
        <ListTable caption={title} rows={rows} columns={shown} selection={selection} nameOf={nameOf} />
      </ListCard>
      {hasOptions && (
        <Suspense>
          <ViewOptions
            columns={columns.slice(1).map(({ name, label }) => ({ name, label }))}
            shown={shown.slice(1).map(({ name }) => name)}
            sorts={sorts}
            onClose={() => setOptions(false)}
          />
        </Suspense>
      )}
    </>
  );
}
