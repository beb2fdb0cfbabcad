import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { ListedCustomer } from "~/domain/customers/customer-list-queries.server";
import type { ListChoices } from "~/domain/views/list-choices-queries.server";
import { useFormat } from "~/i18n/use-format";
import { MALAYSIAN_STATE_NAMES } from "~/lib/malaysian-states";
import type { ListColumn } from "../lists/list-columns";
import { RecordLink } from "../lists/record-link";
import { SampleMark } from "../lists/row-marks";
import { Phone } from "../ui/phone";
import { TimeAgo } from "../ui/time-ago";
import { CustomValue } from "./custom-value";
import { useCustomerName } from "./customer-name";
import { InlineFact } from "./inline-fact";
import { InlineField } from "./inline-field";
import { InlineTags } from "./inline-tags";
import { Spend } from "./spend";
import { TagChips } from "./tag-chips";

const STATE_NAMES: Record<string, string> = MALAYSIAN_STATE_NAMES;
const NUMERIC: ReadonlySet<string> = new Set(["number", "money"]);
const SORTABLE: ReadonlySet<string> = new Set(["text", "number", "money", "date"]);

/** Shown until a member or a view chooses others. */
export const USUAL_CUSTOMER_COLUMNS = ["phone", "email", "orders", "spend", "lastOrder"] as const;

/** All columns of the customers list, the organization's own fields last. */
export function useCustomerColumns(
  choices: ListChoices,
  /** Address of the customers who may be changed here; null where that is not allowed. */
  editIn: string | null,
): ListColumn<ListedCustomer>[] {
  const { t } = useTranslation(["customers", "lists"]);
  const format = useFormat();
  const nameOf = useCustomerName();
  const words = (name: string) => t(`lists:fields.${name}`);
  const inline = (
    row: ListedCustomer,
    field: "name" | "company",
    show: (value: string | null) => ReactNode,
  ) =>
    editIn ? (
      <InlineFact
        action={`${editIn}/${row.id}/edit`}
        field={field}
        label={field === "name" ? t("customers:columns.name") : words(field)}
        value={row[field]}
      >
        {show}
      </InlineFact>
    ) : (
      show(row[field])
    );
  const text = (name: "company" | "city" | "country"): ListColumn<ListedCustomer> => ({
    name,
    label: words(name),
    width: 150,
    isMuted: true,
    render: (row) => row[name],
  });
  const time = (name: "firstOrder" | "lastOrder" | "created", label: string): ListColumn<ListedCustomer> => ({
    name,
    label,
    width: 120,
    isNumeric: true,
    isMuted: true,
    render: (row) => {
      const at = { firstOrder: row.firstOrderAt, lastOrder: row.lastOrderAt, created: row.createdAt }[name];
      return at && <TimeAgo at={at} />;
    },
  });
  return [
    {
      name: "name",
      label: t("customers:columns.name"),
      width: 220,
      phone: "title",
      sort: "name",
      render: (row) => (
        <span className="flex min-w-0 items-center gap-2">
          {inline(row, "name", (name) => (
            <>
              <RecordLink id={row.id}>{nameOf({ ...row, name })}</RecordLink>
              {row.isSample && <SampleMark />}
            </>
          ))}
        </span>
      ),
    },
    {
      name: "phone",
      label: t("customers:columns.phone"),
      width: 160,
      phone: "detail",
      isMuted: true,
      render: (row) => row.phone && <Phone number={row.phone} />,
    },
    {
      name: "email",
      label: t("customers:columns.email"),
      width: 175,
      isMuted: true,
      render: (row) => row.email,
    },
    {
      name: "tags",
      label: words("tags"),
      width: 200,
      render: (row) => {
        const show = (ids: readonly string[]) => <TagChips ids={ids} tags={choices.tags} />;
        if (!editIn || choices.tags.length === 0) return show(row.tagIds);
        return (
          <InlineTags
            customerTo={`${editIn}/${row.id}`}
            label={words("tags")}
            ids={row.tagIds}
            tags={choices.tags}
          >
            {show}
          </InlineTags>
        );
      },
    },
    {
      name: "orders",
      label: t("customers:columns.orders"),
      width: 115,
      isNumeric: true,
      sort: "orders",
      render: (row) => format.number(row.ordersCount),
    },
    {
      name: "spend",
      label: t("customers:columns.spend"),
      width: 120,
      isNumeric: true,
      phone: "value",
      sort: "spend",
      render: (row) => <Spend spend={row.spend} currency={choices.currency} />,
    },
    time("firstOrder", t("customers:columns.firstOrder")),
    { ...time("lastOrder", t("customers:columns.lastOrder")), phone: "aside", sort: "lastOrder" },
    { ...time("created", words("firstSeen")), sort: "created" },
    {
      ...text("company"),
      render: (row) => inline(row, "company", (company) => <span className="truncate">{company}</span>),
    },
    text("city"),
    {
      name: "state",
      label: words("state"),
      width: 150,
      isMuted: true,
      render: (row) => row.state && (STATE_NAMES[row.state] ?? row.state),
    },
    text("country"),
    ...choices.fields.map(
      (field): ListColumn<ListedCustomer> => ({
        name: field.name,
        label: field.label,
        width: 160,
        isNumeric: NUMERIC.has(field.type),
        ...(SORTABLE.has(field.type) && { sort: field.name }),
        render: (row) => {
          const values = row.values.filter(({ fieldId }) => fieldId === field.id);
          const shown = <CustomValue field={field} values={values} />;
          if (!editIn) return shown;
          return (
            <InlineField
              customersTo={editIn}
              customerId={row.id}
              field={field}
              values={values}
              isNumeric={NUMERIC.has(field.type)}
            >
              {shown}
            </InlineField>
          );
        },
      }),
    ),
  ];
}
