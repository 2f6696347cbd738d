-- The model, column for column, and the additions that the ordering engine makes to it.
-- ${prefix} is replaced by the prefix of tables; Flyway does it by placeholders.prefix.

CREATE TABLE ${prefix}user (
  id BIGINT NOT NULL,
  name VARCHAR(255) NOT NULL,
  email VARCHAR(255),
  external_id VARCHAR(255) COLLATE "C",
  created_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  modified_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  CONSTRAINT ${prefix}user_pk PRIMARY KEY (id),
  CONSTRAINT ${prefix}user_external_id_key UNIQUE (external_id)
);

CREATE TABLE ${prefix}balance (
  id BIGINT NOT NULL,
  user_id BIGINT NOT NULL,
  balance BIGINT NOT NULL,
  created_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  modified_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  CONSTRAINT ${prefix}balance_pk PRIMARY KEY (id),
  CONSTRAINT ${prefix}balance_user_id_key UNIQUE (user_id),
  CONSTRAINT ${prefix}balance_user_id_fk FOREIGN KEY (user_id) REFERENCES ${prefix}user (id),
  CONSTRAINT ${prefix}balance_balance_check CHECK (balance >= 0)
) WITH (fillfactor = 80);

CREATE TABLE ${prefix}coupon (
  id BIGINT NOT NULL,
  discount_price BIGINT NOT NULL,
  quantity BIGINT NOT NULL,
  opening_quantity BIGINT NOT NULL,
  validity_micros BIGINT NOT NULL,
  issue_from TIMESTAMP(6) WITH TIME ZONE,
  issue_until TIMESTAMP(6) WITH TIME ZONE,
  external_id VARCHAR(255) COLLATE "C",
  created_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  modified_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  CONSTRAINT ${prefix}coupon_pk PRIMARY KEY (id),
  CONSTRAINT ${prefix}coupon_external_id_key UNIQUE (external_id),
  CONSTRAINT ${prefix}coupon_discount_price_check CHECK (discount_price >= 0),
  CONSTRAINT ${prefix}coupon_quantity_check CHECK (quantity >= 0 AND quantity <= opening_quantity)
) WITH (fillfactor = 80);

CREATE INDEX ${prefix}coupon_created_at ON ${prefix}coupon (created_at, id);

CREATE TABLE ${prefix}issued_coupon (
  id BIGINT NOT NULL,
  user_id BIGINT NOT NULL,
  coupon_id BIGINT NOT NULL,
  status VARCHAR(20) NOT NULL,
  used_at TIMESTAMP(6) WITH TIME ZONE,
  expired_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  created_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  CONSTRAINT ${prefix}issued_coupon_pk PRIMARY KEY (id),
  CONSTRAINT ${prefix}issued_coupon_user_id_coupon_id_key UNIQUE (user_id, coupon_id),
  CONSTRAINT ${prefix}issued_coupon_user_id_fk FOREIGN KEY (user_id) REFERENCES ${prefix}user (id),
  CONSTRAINT ${prefix}issued_coupon_coupon_id_fk FOREIGN KEY (coupon_id) REFERENCES ${prefix}coupon (id),
  CONSTRAINT ${prefix}issued_coupon_status_check CHECK (status IN ('ISSUED', 'USED'))
) WITH (fillfactor = 80);

CREATE INDEX ${prefix}issued_coupon_created_at ON ${prefix}issued_coupon (user_id, created_at, id);

CREATE TABLE ${prefix}balance_history (
  id BIGINT NOT NULL,
  balance_id BIGINT NOT NULL,
  issued_coupon_id BIGINT,
  amount BIGINT NOT NULL,
  transaction_type VARCHAR(20) NOT NULL,
  created_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  CONSTRAINT ${prefix}balance_history_pk PRIMARY KEY (id),
  CONSTRAINT ${prefix}balance_history_balance_id_fk FOREIGN KEY (balance_id) REFERENCES ${prefix}balance (id),
  CONSTRAINT ${prefix}balance_history_issued_coupon_id_fk FOREIGN KEY (issued_coupon_id) REFERENCES ${prefix}issued_coupon (id),
  CONSTRAINT ${prefix}balance_history_transaction_type_check CHECK (transaction_type IN ('CHARGE', 'USE', 'REFUND'))
);

CREATE INDEX ${prefix}balance_history_created_at ON ${prefix}balance_history (balance_id, created_at, id);

CREATE TABLE ${prefix}product (
  id BIGINT NOT NULL,
  brand VARCHAR(255) NOT NULL,
  name VARCHAR(255) NOT NULL,
  external_id VARCHAR(255) COLLATE "C",
  created_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  modified_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  CONSTRAINT ${prefix}product_pk PRIMARY KEY (id),
  CONSTRAINT ${prefix}product_external_id_key UNIQUE (external_id)
);

CREATE INDEX ${prefix}product_created_at ON ${prefix}product (created_at, id);

CREATE TABLE ${prefix}product_details (
  id BIGINT NOT NULL,
  product_id BIGINT NOT NULL,
  option_value VARCHAR(255) NOT NULL,
  price BIGINT NOT NULL,
  stock BIGINT NOT NULL,
  on_sale BOOLEAN NOT NULL,
  external_id VARCHAR(255) COLLATE "C",
  created_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  modified_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  CONSTRAINT ${prefix}product_details_pk PRIMARY KEY (id),
  CONSTRAINT ${prefix}product_details_external_id_key UNIQUE (external_id),
  CONSTRAINT ${prefix}product_details_product_id_fk FOREIGN KEY (product_id) REFERENCES ${prefix}product (id),
  CONSTRAINT ${prefix}product_details_price_check CHECK (price >= 0),
  CONSTRAINT ${prefix}product_details_stock_check CHECK (stock >= 0)
) WITH (fillfactor = 80);

CREATE INDEX ${prefix}product_details_product_id ON ${prefix}product_details (product_id, id);

CREATE TABLE ${prefix}order (
  id BIGINT NOT NULL,
  user_id BIGINT NOT NULL,
  issued_coupon_id BIGINT,
  order_date TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  status VARCHAR(20) NOT NULL,
  total_amount BIGINT NOT NULL,
  discount_amount BIGINT NOT NULL,
  payment_amount BIGINT NOT NULL,
  external_id VARCHAR(255) COLLATE "C",
  expires_at TIMESTAMP(6) WITH TIME ZONE,
  version BIGINT NOT NULL,
  created_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  modified_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  CONSTRAINT ${prefix}order_pk PRIMARY KEY (id),
  CONSTRAINT ${prefix}order_external_id_key UNIQUE (external_id),
  CONSTRAINT ${prefix}order_user_id_fk FOREIGN KEY (user_id) REFERENCES ${prefix}user (id),
  CONSTRAINT ${prefix}order_issued_coupon_id_fk FOREIGN KEY (issued_coupon_id) REFERENCES ${prefix}issued_coupon (id),
  CONSTRAINT ${prefix}order_status_check CHECK (status IN ('PLACED', 'PAID', 'CANCELLED')),
  CONSTRAINT ${prefix}order_amount_check CHECK (discount_amount >= 0 AND payment_amount >= 0 AND total_amount = discount_amount + payment_amount)
) WITH (fillfactor = 90);

CREATE INDEX ${prefix}order_created_at ON ${prefix}order (user_id, created_at, id);

CREATE INDEX ${prefix}order_expires_at ON ${prefix}order (expires_at, id) WHERE status = 'PLACED';

CREATE TABLE ${prefix}order_item (
  id BIGINT NOT NULL,
  order_id BIGINT NOT NULL,
  product_detail_id BIGINT NOT NULL,
  unit_price BIGINT NOT NULL,
  quantity BIGINT NOT NULL,
  discount_share BIGINT NOT NULL,
  created_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  modified_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  CONSTRAINT ${prefix}order_item_pk PRIMARY KEY (id),
  CONSTRAINT ${prefix}order_item_order_id_fk FOREIGN KEY (order_id) REFERENCES ${prefix}order (id),
  CONSTRAINT ${prefix}order_item_product_detail_id_fk FOREIGN KEY (product_detail_id) REFERENCES ${prefix}product_details (id),
  CONSTRAINT ${prefix}order_item_amount_check CHECK (unit_price >= 0 AND quantity > 0 AND discount_share >= 0)
);

CREATE INDEX ${prefix}order_item_order_id ON ${prefix}order_item (order_id, id);

CREATE TABLE ${prefix}payment (
  id BIGINT NOT NULL,
  order_id BIGINT NOT NULL,
  status VARCHAR(20) NOT NULL,
  amount BIGINT NOT NULL,
  paid_at TIMESTAMP(6) WITH TIME ZONE,
  created_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  modified_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  CONSTRAINT ${prefix}payment_pk PRIMARY KEY (id),
  CONSTRAINT ${prefix}payment_order_id_key UNIQUE (order_id),
  CONSTRAINT ${prefix}payment_order_id_fk FOREIGN KEY (order_id) REFERENCES ${prefix}order (id),
  CONSTRAINT ${prefix}payment_status_check CHECK (status IN ('PENDING', 'PAID', 'CANCELLED', 'REFUNDED')),
  CONSTRAINT ${prefix}payment_amount_check CHECK (amount >= 0)
) WITH (fillfactor = 90);

CREATE TABLE ${prefix}event (
  id BIGINT NOT NULL,
  type VARCHAR(40) NOT NULL,
  subject_id BIGINT NOT NULL,
  user_id BIGINT NOT NULL,
  amount BIGINT NOT NULL,
  version BIGINT NOT NULL,
  created_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  CONSTRAINT ${prefix}event_pk PRIMARY KEY (id)
);

CREATE TABLE ${prefix}stock_adjustment (
  id BIGINT NOT NULL,
  product_detail_id BIGINT NOT NULL,
  units BIGINT NOT NULL,
  created_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  CONSTRAINT ${prefix}stock_adjustment_pk PRIMARY KEY (id),
  CONSTRAINT ${prefix}stock_adjustment_product_detail_id_fk FOREIGN KEY (product_detail_id) REFERENCES ${prefix}product_details (id)
);

-- The content is the SHA-256 of the command.

CREATE TABLE ${prefix}command_key (
  scope BIGINT NOT NULL,
  command VARCHAR(20) NOT NULL,
  idempotency_key VARCHAR(255) COLLATE "C" NOT NULL,
  content BYTEA NOT NULL,
  result_id BIGINT NOT NULL,
  created_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  CONSTRAINT ${prefix}command_key_pk PRIMARY KEY (scope, command, idempotency_key)
);

-- One row for each transaction that an engine runs side by side with others: it tells what became of a commit.

CREATE TABLE ${prefix}lane (
  id BIGINT NOT NULL,
  transaction_number BIGINT NOT NULL,
  used_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  CONSTRAINT ${prefix}lane_pk PRIMARY KEY (id)
);

-- One row, from which every id of every table comes.

CREATE TABLE ${prefix}id_counter (
  id INTEGER NOT NULL,
  next_id BIGINT NOT NULL,
  CONSTRAINT ${prefix}id_counter_pk PRIMARY KEY (id),
  CONSTRAINT ${prefix}id_counter_id_check CHECK (id = 1)
);

INSERT INTO ${prefix}id_counter (id, next_id)
SELECT 1, 1 WHERE NOT EXISTS (SELECT 1 FROM ${prefix}id_counter);

CREATE TABLE ${prefix}schema_version (
  version INTEGER NOT NULL,
  installed_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  CONSTRAINT ${prefix}schema_version_pk PRIMARY KEY (version)
);

INSERT INTO ${prefix}schema_version (version, installed_at)
SELECT 1, CURRENT_TIMESTAMP WHERE NOT EXISTS (SELECT 1 FROM ${prefix}schema_version WHERE version = 1);
