import {
  makeStyles,
  Menu,
  MenuButton,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Overflow,
  OverflowItem,
  Tab,
  TabList,
  tokens,
  useIsOverflowItemVisible,
  useOverflowMenu,
} from "@fluentui/react-components";
import { MoreHorizontalRegular } from "@fluentui/react-icons/svg/more-horizontal";
import type { ReactNode } from "react";
import type { PaneKey } from "../../i18n/paneWords";
import { useWords } from "../words/useWords";
import { PAGE_IDS, type PageId } from "./pageIds";

const useStyles = makeStyles({
  bar: {
    display: "flex",
    flexShrink: 0,
    minWidth: 0,
    overflow: "hidden",
    padding: `0 ${tokens.spacingHorizontalS}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  // Seven tabs of two characters fit into 320 px: nobody who reads Chinese needs the menu.
  tabs: {
    columnGap: tokens.spacingHorizontalXXS,
    flexWrap: "nowrap",
    // The list is as wide as the pane and no wider: by that it learns which tabs find no room.
    flexGrow: 1,
    flexShrink: 1,
    flexBasis: 0,
    minWidth: 0,
  },
  tab: { padding: `${tokens.spacingVerticalMNudge} ${tokens.spacingHorizontalXS}`, flexShrink: 0 },
  more: { alignSelf: "center", minWidth: "32px", flexShrink: 0 },
});

const titleKey = (page: PageId): PaneKey => `pane.page.${page}`;

interface Props {
  readonly page: PageId;
  /** `byTab`: a tab led there, which keeps the focus. */
  readonly onOpen: (page: PageId, byTab: boolean) => void;
}

/** The tabs; those that find no room stand in a menu at the end. */
export function Navigation({ page, onOpen }: Props): ReactNode {
  const styles = useStyles();
  const { t } = useWords();
  return (
    <nav aria-label={t("pane.pages")} className={styles.bar}>
      <Overflow minimumVisible={2} padding={8}>
        <TabList
          size="small"
          className={styles.tabs}
          selectedValue={page}
          onTabSelect={(_, { value }) => onOpen(value as PageId, true)}
        >
          {PAGE_IDS.map((id) => (
            <OverflowItem key={id} id={id} priority={id === page ? 2 : 1}>
              <Tab value={id} className={styles.tab}>
                {t(titleKey(id))}
              </Tab>
            </OverflowItem>
          ))}
          <MorePages page={page} className={styles.more} onOpen={(id) => onOpen(id, false)} />
        </TabList>
      </Overflow>
    </nav>
  );
}

interface MoreProps {
  readonly page: PageId;
  readonly className: string;
  readonly onOpen: (page: PageId) => void;
}

function MorePages({ page, className, onOpen }: MoreProps): ReactNode {
  const { t } = useWords();
  const { ref, isOverflowing, overflowCount } = useOverflowMenu<HTMLElement>();
  if (!isOverflowing) return null;
  return (
    <Menu
      hasCheckmarks={false}
      checkedValues={{ page: [page] }}
      onCheckedValueChange={(_, { checkedItems }) => onOpen(checkedItems[0] as PageId)}
    >
      <MenuTrigger disableButtonEnhancement>
        <MenuButton
          ref={(button) => {
            ref.current = button;
          }}
          role="tab"
          appearance="transparent"
          size="small"
          className={className}
          icon={<MoreHorizontalRegular />}
          menuIcon={null}
          aria-label={t("pane.morePages", { count: overflowCount })}
        />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {PAGE_IDS.map((id) => (
            <HiddenPage key={id} id={id} />
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

function HiddenPage({ id }: { readonly id: PageId }): ReactNode {
  const { t } = useWords();
  if (useIsOverflowItemVisible(id)) return null;
  return (
    <MenuItemRadio name="page" value={id}>
      {t(titleKey(id))}
    </MenuItemRadio>
  );
}
