/// The third step: what things cost, by statement, line and day.
///
/// The room's README explains each table and carries the same text. It is never changed: what comes
/// later is a step of its own.
enum CostSchema {
    /// The name under which the history remembers that this step was made.
    static let name = "v3 costs"

    /// The tables that this step makes.
    static let tables = [
        "cost_days", "cost_keys", "cost_lines", "cost_restatements", "cost_statements",
    ]

    static let sql = """
        CREATE TABLE cost_keys (
            id INTEGER PRIMARY KEY,
            digest INTEGER,
            provider_name TEXT,
            publisher_name TEXT,
            invoice_issuer_name TEXT,
            billing_account_id TEXT,
            billing_account_name TEXT,
            billing_account_type TEXT,
            sub_account_id TEXT,
            sub_account_name TEXT,
            sub_account_type TEXT,
            invoice_id TEXT,
            charge_category TEXT,
            charge_class TEXT,
            charge_description TEXT,
            charge_frequency TEXT,
            pricing_category TEXT,
            service_category TEXT,
            service_subcategory TEXT,
            service_name TEXT,
            region_id TEXT,
            region_name TEXT,
            availability_zone TEXT,
            resource_id TEXT,
            resource_name TEXT,
            resource_type TEXT,
            sku_id TEXT,
            sku_price_id TEXT,
            sku_meter TEXT,
            commitment_discount_id TEXT,
            commitment_discount_name TEXT,
            commitment_discount_type TEXT,
            commitment_discount_category TEXT,
            commitment_discount_status TEXT,
            commitment_discount_unit TEXT,
            capacity_reservation_id TEXT,
            capacity_reservation_status TEXT,
            consumed_unit TEXT,
            pricing_unit TEXT,
            kubernetes_cluster TEXT,
            kubernetes_namespace TEXT,
            kubernetes_controller_kind TEXT,
            kubernetes_controller TEXT,
            kubernetes_pod TEXT,
            kubernetes_container TEXT,
            kubernetes_node TEXT,
            tags TEXT
        ) STRICT;

        CREATE INDEX cost_keys_by_digest ON cost_keys (digest);

        CREATE TABLE cost_statements (
            id INTEGER PRIMARY KEY,
            source INTEGER NOT NULL REFERENCES sources (id),
            account TEXT NOT NULL,
            currency TEXT NOT NULL,
            period_start INTEGER NOT NULL,
            period_end INTEGER NOT NULL,
            is_current INTEGER NOT NULL,
            is_complete INTEGER NOT NULL,
            taken_in INTEGER,
            lines INTEGER NOT NULL DEFAULT 0,
            last_charge INTEGER,
            digest INTEGER,
            CONSTRAINT "a currency is three capital letters"
                CHECK (currency GLOB '[A-Z][A-Z][A-Z]'),
            CONSTRAINT "a period ends after its start" CHECK (period_end > period_start),
            CONSTRAINT "is_current is 0 or 1" CHECK (is_current IN (0, 1)),
            CONSTRAINT "is_complete is 0 or 1" CHECK (is_complete IN (0, 1)),
            CONSTRAINT "lines are not negative" CHECK (lines >= 0)
        ) STRICT;

        CREATE UNIQUE INDEX cost_statements_that_count
            ON cost_statements (source, account, currency, period_start) WHERE is_current = 1;

        CREATE TABLE cost_lines (
            statement INTEGER NOT NULL REFERENCES cost_statements (id),
            number INTEGER NOT NULL,
            "key" INTEGER NOT NULL REFERENCES cost_keys (id),
            charge_start INTEGER NOT NULL,
            charge_end INTEGER NOT NULL,
            billed TEXT,
            effective TEXT,
            list TEXT,
            contracted TEXT,
            consumed_quantity TEXT,
            pricing_quantity TEXT,
            commitment_quantity TEXT,
            list_unit_price TEXT,
            contracted_unit_price TEXT,
            PRIMARY KEY (statement, number)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE cost_days (
            statement INTEGER NOT NULL REFERENCES cost_statements (id),
            day INTEGER NOT NULL,
            "key" INTEGER NOT NULL REFERENCES cost_keys (id),
            billed TEXT,
            effective TEXT,
            list TEXT,
            contracted TEXT,
            consumed_quantity TEXT,
            pricing_quantity TEXT,
            lines INTEGER NOT NULL,
            lines_without_billed INTEGER NOT NULL DEFAULT 0,
            lines_without_effective INTEGER NOT NULL DEFAULT 0,
            PRIMARY KEY (statement, day, "key"),
            CONSTRAINT "a day has a line or more" CHECK (lines > 0)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE cost_restatements (
            statement INTEGER NOT NULL REFERENCES cost_statements (id),
            replaced INTEGER NOT NULL,
            day INTEGER NOT NULL,
            service_name TEXT NOT NULL,
            billed_before TEXT,
            effective_before TEXT,
            list_before TEXT,
            contracted_before TEXT,
            billed_after TEXT,
            effective_after TEXT,
            list_after TEXT,
            contracted_after TEXT,
            PRIMARY KEY (statement, replaced, day, service_name)
        ) STRICT, WITHOUT ROWID;
        """
}
