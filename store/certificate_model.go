package store

import (
	"time"

	"github.com/google/uuid"

	"jiangxin/domain/civil"
)

// How far a certificate's data have come (证书数据上传).
const (
	TransferIssued   = "issued"   // 已发证
	TransferProvince = "province" // 已上传省
	TransferNation   = "nation"   // 全国可查
)

// Certificate is one certificate of the register. It is never deleted, and what it says never changes.
type Certificate struct {
	Number         string `gorm:"primaryKey"`
	BatchNo        string
	RowNo          int
	FilingNo       string
	EnterpriseID   uuid.UUID
	EnterpriseName string // as filed on the day of issue
	Region         string
	Name           string
	IDKind         string
	IDSealed       string
	IDDigest       []byte
	IDMasked       string
	Occupation     string
	OccupationName string
	WorkType       string
	Level          string
	Employer       string // 所在单位
	IssuedOn       civil.Date
	IssuedAt       time.Time
	Covered        bool        // the filing covered occupation and level on that day, or on CoveredOn
	CoveredOn      *civil.Date // the last day of an evaluation that was held while the filing held, where it had ended by the issue
	Token          string      // behind the QR code
	Transfer       string
	ObjectKey      string
	ObjectVersion  string
	Size           int64
	MadeAt         *time.Time
	LockedUntil    *time.Time
	RevokedAt      *time.Time
	RevokedBy      string
	RevokedReason  string
	RevokedWords   string
	Version        int
}

// TableName is the table of certificates.
func (Certificate) TableName() string { return "certificates" }

// Revocation is the case that may take a certificate out of force.
type Revocation struct {
	CaseNo  string `gorm:"primaryKey"`
	Number  string
	BegunBy string
	BegunAt time.Time
	EndedAt *time.Time
}

// TableName is the table of revocations.
func (Revocation) TableName() string { return "revocations" }
